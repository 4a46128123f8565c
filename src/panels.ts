import { answerGiven, workshopLink, type AnswerPanels } from './answers/index.ts'
import {
  contributionCounts,
  passageContributions,
  takePart,
  type ContributionPanels,
} from './contributions/index.ts'
import { changesLink, publicationLink, whatItChanged } from './editions/index.ts'
import type { ReportPanels } from './reports/index.ts'

/** Which module sets a piece into which page of another, in the order in which a reader meets them. */
export const panels: ReportPanels & ContributionPanels & AnswerPanels = {
  front: [takePart, workshopLink],
  edition: [changesLink],
  passage: [passageContributions],
  margin: contributionCounts,
  contribution: [answerGiven, whatItChanged],
  queue: [publicationLink],
}
