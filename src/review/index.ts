export { orphansOfNoPart, orphansOfPart, orphansOfText } from './orphans-here.tsx'
export { reviewHere, reviewLink } from './panels.tsx'
export { reviewRoutes } from './routes.tsx'
export { whatItBecame } from './what-it-became.tsx'
