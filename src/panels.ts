import { administrationLink } from './administration/index.ts'
import {
  answerGiven,
  controversyAnswered,
  groupAnswered,
  ownWorkshops,
  rivalsHere,
  waitingHere,
  workshopLink,
  type AnswerPanels,
} from './answers/index.ts'
import { bannedHere, bansLink, ownBans, sanctionLinks } from './bans/index.ts'
import { calendarLink, openNow, reportLife } from './calendar/index.ts'
import { changeHere, whyMerged, workingTextLink } from './changes/index.ts'
import {
  argumentsOnPassage,
  argumentsOnTopic,
  marginGlosses,
  ownContributions,
  passageContributions,
  propositionContributions,
  spokenInItsName,
  takePart,
  takePartButton,
  saidOfTopic,
  speakOfTopic,
  topicCounters,
  topicTallies,
  trueNamesLink,
  whoItIs,
  type ContributionPanels,
} from './contributions/index.ts'
import {
  changesLink,
  compareAny,
  downloadButton,
  downloads,
  publicationLink,
  stillWaiting,
  undoneHere,
  whatItChanged,
} from './editions/index.ts'
import {
  controversiesHere,
  controversiesLink,
  controversiesOnPassage,
  keepControversiesLink,
  type ControversyPanels,
} from './controversies/index.ts'
import { groupHere, groupsLink, keepGroupsLink, type GroupPanels } from './groups/index.ts'
import { guaranteeLink, opinionsOnEdition } from './guarantee/index.ts'
import { importLink } from './imports/index.ts'
import { moderationLogLink } from './moderation-log/index.ts'
import {
  moderationLink,
  moderationTrace,
  ownAppeals,
  ownFlags,
  ownModeration,
} from './moderation/index.ts'
import {
  followContribution,
  followPassage,
  followReport,
  followTopic,
  ownNotices,
} from './notices/index.ts'
import { ownOrganisations, type OrganisationPanels } from './organisations/index.ts'
import type { AccountPanels } from './people/index.ts'
import { erasureNotice, ownData } from './privacy/index.ts'
import type { ReportPanels } from './reports/index.ts'
import {
  orphansOfNoPart,
  orphansOfPart,
  orphansOfText,
  reviewHere,
  reviewLink,
  whatItBecame,
} from './review/index.ts'
import { ownRoles, teamLink } from './roles/index.ts'
import { searchHere } from './search/index.ts'
import { ownConsent } from './terms/index.ts'
import { topicsHere, topicsLink, type TopicPanels } from './topics/index.ts'

/** Which module sets a piece into which page of another, in the order in which a reader meets them. */
export const panels: ReportPanels &
  ContributionPanels &
  AnswerPanels &
  GroupPanels &
  ControversyPanels &
  AccountPanels &
  OrganisationPanels &
  TopicPanels = {
  home: [openNow],
  lead: [downloadButton, takePartButton],
  search: [searchHere],
  front: [
    bannedHere,
    openNow,
    topicsHere,
    takePart,
    downloads,
    reportLife,
    changesLink,
    groupsLink,
    controversiesLink,
    moderationLogLink,
    guaranteeLink,
    orphansOfNoPart,
    followReport,
    workshopLink,
  ],
  unpublished: [openNow, topicsHere, reportLife],
  edition: [opinionsOnEdition, reviewHere, downloads, changesLink, stillWaiting, orphansOfNoPart],
  editions: [compareAny],
  part: [orphansOfPart, propositionContributions],
  whole: [orphansOfText],
  passage: [
    whyMerged,
    rivalsHere,
    controversiesOnPassage,
    bannedHere,
    argumentsOnPassage,
    passageContributions,
    undoneHere,
    waitingHere,
    changeHere,
    followPassage,
  ],
  margin: marginGlosses,
  contribution: [
    whoItIs,
    moderationTrace,
    sanctionLinks,
    bannedHere,
    groupHere,
    controversiesHere,
    answerGiven,
    whatItBecame,
    whatItChanged,
    followContribution,
  ],
  group: [groupAnswered],
  controversy: [controversyAnswered],
  queue: [
    publicationLink,
    workingTextLink,
    reviewLink,
    keepGroupsLink,
    keepControversiesLink,
    importLink,
    calendarLink,
    topicsLink,
    moderationLink,
    bansLink,
    teamLink,
    trueNamesLink,
  ],
  account: [
    erasureNotice,
    administrationLink,
    ownWorkshops,
    ownModeration,
    ownAppeals,
    ownBans,
    ownRoles,
    ownContributions,
    ownNotices,
    ownFlags,
    ownOrganisations,
    ownConsent,
    ownData,
  ],
  organisation: [spokenInItsName],
  topicLead: [speakOfTopic],
  topicCounters: [topicCounters],
  topic: [argumentsOnTopic, saidOfTopic, followTopic],
  topicTallies,
}
