export {
  changesLink,
  publicationLink,
  reviewLink,
  stillWaiting,
  whatItChanged,
  whereItStands,
} from './panels.tsx'
export { publishEdition, type PublicationProblem } from './publish-edition.ts'
export { reviewRoutes } from './review-routes.tsx'
export { editionRoutes } from './routes.tsx'
export { verifyRecord, type RecordFinding } from './verify-record.ts'
