export { forgetNotices } from './forget-notices.ts'
export { followThing } from './follow-thing.ts'
export { keepSetting } from './keep-setting.ts'
export { makeDigests } from './make-digests.ts'
export {
  followContribution,
  followPassage,
  followReport,
  followTopic,
  ownNotices,
} from './panels.tsx'
export { endsInOneStep, followRoutes } from './routes.tsx'
export { forgetFollowersOf } from './store.ts'
export { tellAnswer } from './tell-answer.ts'
