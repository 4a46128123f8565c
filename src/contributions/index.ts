export { placesOf, trimWords, unitOf } from './choices.ts'
export { wholePassage } from './choose-passage.ts'
export { commitTo } from './commitment.ts'
export { ContentView } from './content-view.tsx'
export { listConsultations, type ImportCounts } from './consultation-store.ts'
export {
  importConsultation,
  ImportDiffers,
  type ConsultationImport,
} from './import-consultation.ts'
export {
  isAmendment,
  type Amendment,
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
export { requireContribution } from './require-contribution.ts'
export { contributionRoutes, type ContributionPanels, type ContributionSubject } from './routes.tsx'
export { saveSettled, saveWithheld } from './save-store.ts'
export { sendReceipt } from './send-receipt.ts'
export { SignInAgain } from './sign-in-again.tsx'
export {
  findContribution,
  listKinds,
  listRevisions,
  listWaitingNumbers,
  lockContribution,
} from './store.ts'
export { submitContribution, type Submission } from './submit-contribution.ts'
export { supportContribution } from './support-contribution.ts'
