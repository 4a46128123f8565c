export { fillDemonstration } from './fill-demonstration.ts'
export { demonstrationMailRoutes } from './mail-routes.tsx'
