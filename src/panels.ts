import {
  answerGiven,
  ownWorkshops,
  waitingHere,
  workshopLink,
  type AnswerPanels,
} from './answers/index.ts'
import { calendarLink, openNow, reportLife } from './calendar/index.ts'
import { changeHere, workingTextLink } from './changes/index.ts'
import {
  marginGlosses,
  ownContributions,
  passageContributions,
  propositionContributions,
  takePart,
  takePartButton,
  type ContributionPanels,
} from './contributions/index.ts'
import {
  changesLink,
  downloadButton,
  downloads,
  publicationLink,
  reviewLink,
  stillWaiting,
  whatItChanged,
  whereItStands,
} from './editions/index.ts'
import { importLink } from './imports/index.ts'
import { withholdingTrace } from './moderation/index.ts'
import type { AccountPanels } from './people/index.ts'
import type { ReportPanels } from './reports/index.ts'
import { searchHere } from './search/index.ts'

/** Which module sets a piece into which page of another, in the order in which a reader meets them. */
export const panels: ReportPanels & ContributionPanels & AnswerPanels & AccountPanels = {
  home: [openNow],
  lead: [downloadButton, takePartButton],
  search: [searchHere],
  front: [openNow, takePart, downloads, reportLife, changesLink, workshopLink],
  unpublished: [openNow, reportLife],
  edition: [downloads, changesLink, stillWaiting],
  part: [propositionContributions],
  passage: [passageContributions, waitingHere, changeHere],
  margin: marginGlosses,
  contribution: [withholdingTrace, answerGiven, whereItStands, whatItChanged],
  queue: [publicationLink, workingTextLink, reviewLink, importLink, calendarLink],
  account: [ownWorkshops, ownContributions],
}
