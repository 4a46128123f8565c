export { changesLink, publicationLink, stillWaiting, whatItChanged } from './panels.tsx'
export { publishEdition, type PublicationProblem } from './publish-edition.ts'
export { editionRoutes } from './routes.tsx'
export { verifyRecord, type RecordFinding } from './verify-record.ts'
