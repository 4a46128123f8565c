export { checkWording, keptWording, type WordingProblem } from './amendment.ts'
export { placesOf, trimWords, unitOf } from './choices.ts'
export {
  checkChoice,
  rangeOf,
  wholePassage,
  type Choice,
  type ChoiceProblem,
} from './choose-passage.ts'
export { ChooseWords } from './choose-words.tsx'
export { ChoosePart } from './choose-part.tsx'
export { asShown } from './as-shown.ts'
export { commitTo } from './commitment.ts'
export { limits } from './content.ts'
export { ContentView } from './content-view.tsx'
export {
  isAmendment,
  keyOf,
  kinds,
  namedOnly,
  type Amendment,
  type Content,
  type Contribution,
  type ContributionKind,
  type ContributionState,
  type Stance,
} from './contribution.ts'
export { argumentsOnPassage, argumentsOnTopic } from './both-sides.tsx'
export { Byline } from './byline.tsx'
export { ContributionList, type ListedContribution } from './contributions-page.tsx'
export {
  listAccounts,
  listCommitments,
  listKeptRevisions,
  listRenewed,
  type ContributionAccount,
  type KeptRevision,
} from './account-store.ts'
export { LanguageField } from './form-parts.tsx'
export { eraseAuthor, type ErasedTexts } from './erase-author.ts'
export { forgetDrafts } from './forget-drafts.ts'
export { excerptOf, wordingOf } from './excerpt.ts'
export { parseChoice } from './forms.ts'
export { holdContribution } from './hold-contribution.ts'
export { holdForModeration } from './hold-for-moderation.ts'
export {
  findModerationSetting,
  findHold,
  findOpenHold,
  listHoldAccounts,
  saveHoldEnd,
  type Hold,
  type HoldGround,
  wasSuspected,
  type ModerationSetting,
} from './hold-store.ts'
export { listPage, withCounts } from './list-entries.ts'
export { onLatest } from './on-latest.ts'
export { listReceiptDocuments } from './list-receipt-documents.ts'
export { listOrphans } from './list-orphans.ts'
export {
  countByKind,
  listByNumbers,
  listContributions,
  listPending,
  listWaitingNumbers,
  type CountOfKind,
  type Listed,
} from './list-store.ts'
export { marginGlosses } from './margin.tsx'
export {
  ownContributions,
  passageContributions,
  propositionContributions,
  takePart,
  takePartButton,
} from './panels.tsx'
export { nameOf } from './place-parts.tsx'
export { readBlockOf, requireReadBlock } from './read-block.ts'
export {
  requireDecided,
  requireSent,
  requireSubject,
  type ContributionSubject,
} from './require-contribution.ts'
export { reviseContribution } from './revise-contribution.ts'
export { contributionPages, contributionRoutes, type ContributionPanels } from './routes.tsx'
export {
  contributionValues,
  passageValues,
  revisionValues,
  saveSettled,
  saveState,
  type NewContribution,
} from './save-store.ts'
export { readRows, showRows } from './rows.ts'
export { sayAuthor } from './say-author.ts'
export { sendReceipt } from './send-receipt.ts'
export {
  findContribution,
  listCredits,
  listRevisions,
  listSettled,
  lockContribution,
  type Credit,
} from './store.ts'
export { accountOf, submitContribution, type Submission } from './submit-contribution.ts'
export { supportContribution } from './support-contribution.ts'
export type { ImportedTotal } from './support-store.ts'
export { saidOfTopic, speakOfTopic, topicCounters, topicTallies } from './topic-panels.tsx'
export { spokenInItsName, trueNamesLink, whoItIs } from './voice-panels.tsx'
export { withdrawContribution } from './withdraw-contribution.ts'
