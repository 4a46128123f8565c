export { administrationLink } from './panels.tsx'
export { administrationRoutes } from './routes.tsx'
