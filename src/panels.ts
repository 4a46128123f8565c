import { answerGiven, workshopLink, type AnswerPanels } from './answers/index.ts'
import {
  contributionCounts,
  ownContributions,
  passageContributions,
  takePart,
  type ContributionPanels,
} from './contributions/index.ts'
import { changesLink, publicationLink, stillWaiting, whatItChanged } from './editions/index.ts'
import { withholdingTrace } from './moderation/index.ts'
import type { AccountPanels } from './people/index.ts'
import type { ReportPanels } from './reports/index.ts'

/** Which module sets a piece into which page of another, in the order in which a reader meets them. */
export const panels: ReportPanels & ContributionPanels & AnswerPanels & AccountPanels = {
  front: [takePart, changesLink, workshopLink],
  edition: [changesLink, stillWaiting],
  passage: [passageContributions],
  margin: contributionCounts,
  contribution: [withholdingTrace, answerGiven, whatItChanged],
  queue: [publicationLink],
  account: [ownContributions],
}
