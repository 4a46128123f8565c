import { administrationLink } from './administration/index.ts'
import {
  answerGiven,
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
  marginGlosses,
  ownContributions,
  passageContributions,
  propositionContributions,
  spokenInItsName,
  takePart,
  takePartButton,
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
import { followContribution, followPassage, followReport, ownNotices } from './notices/index.ts'
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

/** Which module sets a piece into which page of another, in the order in which a reader meets them. */
export const panels: ReportPanels &
  ContributionPanels &
  AnswerPanels &
  AccountPanels &
  OrganisationPanels = {
  home: [openNow],
  lead: [downloadButton, takePartButton],
  search: [searchHere],
  front: [
    bannedHere,
    openNow,
    takePart,
    downloads,
    reportLife,
    changesLink,
    moderationLogLink,
    guaranteeLink,
    orphansOfNoPart,
    followReport,
    workshopLink,
  ],
  unpublished: [openNow, reportLife],
  edition: [opinionsOnEdition, reviewHere, downloads, changesLink, stillWaiting, orphansOfNoPart],
  editions: [compareAny],
  part: [orphansOfPart, propositionContributions],
  whole: [orphansOfText],
  passage: [
    whyMerged,
    rivalsHere,
    bannedHere,
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
    answerGiven,
    whatItBecame,
    whatItChanged,
    followContribution,
  ],
  queue: [
    publicationLink,
    workingTextLink,
    reviewLink,
    importLink,
    calendarLink,
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
}
