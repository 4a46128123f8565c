export { placesOf, trimWords, unitOf } from './choices.ts'
export { wholePassage } from './choose-passage.ts'
export { commitTo } from './commitment.ts'
export { ContentView } from './content-view.tsx'
export {
  isAmendment,
  type Amendment,
  type Content,
  type Contribution,
  type ContributionKind,
  type Stance,
} from './contribution.ts'
export { Byline } from './byline.tsx'
export { excerptOf, type ListedContribution } from './contributions-page.tsx'
export {
  findCommitment,
  listAccounts,
  listKeptRevisions,
  type ContributionAccount,
  type KeptRevision,
} from './account-store.ts'
export { holdContribution } from './hold-contribution.ts'
export { listPage } from './list-entries.ts'
export { contributionCounts, ownContributions, passageContributions, takePart } from './panels.tsx'
export { nameOf } from './place-parts.tsx'
export { readBlockOf, requireReadBlock } from './read-block.ts'
export { requireSubject, type ContributionSubject } from './require-contribution.ts'
export { contributionRoutes, type ContributionPanels } from './routes.tsx'
export {
  contributionValues,
  passageValues,
  revisionValues,
  saveSettled,
  saveWithheld,
  type NewContribution,
} from './save-store.ts'
export { sendReceipt } from './send-receipt.ts'
export { SignInAgain } from './sign-in-again.tsx'
export {
  findContribution,
  listCredits,
  listRevisions,
  listSettled,
  listWaitingNumbers,
  lockContribution,
  type Credit,
} from './store.ts'
export { accountOf, submitContribution, type Submission } from './submit-contribution.ts'
export { supportContribution } from './support-contribution.ts'
export type { ImportedTotal } from './support-store.ts'
