export { CausesView, ContributionLink } from './causes-view.tsx'
export { isUnattributed } from './compare-texts.ts'
export { changeRoutes } from './routes.tsx'
export { changeHere, workingTextLink } from './panels.tsx'
