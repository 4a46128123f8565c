export { searchHere } from './panels.tsx'
export { searchRoutes } from './routes.tsx'
