export { noticePages, noticeRoutes } from './routes.tsx'
export { findNotice, listNoticeAccounts } from './store.ts'
