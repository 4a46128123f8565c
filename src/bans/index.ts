export { listAddress as bansAddress } from './addresses.ts'
export {
  daysToContest,
  hashConcerned,
  isContested,
  isInForce,
  payloadOfBan,
  payloadOfContest,
  payloadOfOutcome,
  hashWords,
  type Ban,
  type BanEnd,
} from './ban.ts'
export { contestBan } from './contest-ban.ts'
export { giveWarning } from './give-warning.ts'
export { forgetBans } from './forget-bans.ts'
export { forgetSanctionsOf } from './forget-store.ts'
export { noteBanEnds } from './note-ends.ts'
export { bannedHere, bansLink, ownBans, sanctionLinks } from './panels.tsx'
export { banRoutes } from './routes.tsx'
export { setBan } from './set-ban.ts'
export { showBanned } from './show-banned.tsx'
export { listBanAccounts, listBansOf, type BanAccount } from './store.ts'
export { payloadOfWarning } from './warning.ts'
export type { Whom } from './whom.ts'
export { listWarningAccounts, type WarningAccount } from './warning-store.ts'
