export { typedOf, type EventFacts } from './event.ts'
export { keepEvent } from './keep-event.ts'
export { calendarLink, openNow, reportLife } from './panels.tsx'
export { calendarRoutes } from './routes.tsx'
