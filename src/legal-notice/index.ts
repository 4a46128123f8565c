export { noticePages, noticeRoutes } from './routes.tsx'
export { countMissingInNotice } from './count-missing.ts'
export { findNotice, findNoticeKeeping } from './store.ts'
