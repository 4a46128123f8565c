export { placesOf, trimWords, unitOf } from './choices.ts'
export { commitTo } from './commitment.ts'
export type { Amendment } from './contribution.ts'
export { Byline, Paragraphs } from './contribution-page.tsx'
export { contributionCounts, passageContributions, takePart } from './panels.tsx'
export { requireReadBlock } from './read-block.ts'
export { contributionRoutes, requireContribution, type ContributionPanels } from './routes.tsx'
export { SignInAgain } from './sign-in-again.tsx'
export {
  findCommitment,
  findContribution,
  listAccounts,
  listContributions,
  type ContributionAccount,
} from './store.ts'
export { submitAmendment } from './submit-amendment.ts'
export { words as contributionWords } from './words.ts'
