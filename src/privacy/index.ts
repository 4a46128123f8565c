export { eraseDue } from './erase-due.ts'
export { noticeIdle } from './notice-idle.ts'
export { erasureNotice, ownData } from './panels.tsx'
export { privacyPages, privacyRoutes } from './routes.tsx'
