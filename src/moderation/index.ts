export { withholdingTrace } from './panels.tsx'
export { moderationRoutes } from './routes.tsx'
export { listWithholdingAccounts } from './store.ts'
export { withholdContribution } from './withhold-contribution.ts'
