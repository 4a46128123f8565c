export { moderationLogLink } from './panels.tsx'
export { moderationLogPages, moderationLogRoutes } from './routes.tsx'
export { countYears, findWaiting, listEntries, type YearCount } from './store.ts'
export { sayDelay } from './say.ts'
