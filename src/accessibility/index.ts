export { payloadOfAudit } from './audit.ts'
export { findConformity } from './find-conformity.ts'
export { accessibilityPages, accessibilityRoutes } from './routes.tsx'
export { findAudit, listFindings, listPublications } from './store.ts'
