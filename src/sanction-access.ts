import { rows } from './walkers.ts'

const banners = ['moderator', 'moderator of the site', 'administrator'] as const
/** But for whoever it belongs to: who is banned, or wrote it. */
const nobodyElse = [] as const

/** Routes of warnings and bans, as `route-access.ts` has all others. */
export const banAccess = [
  ...rows(banners, 'warning.give', [
    'GET /workshop/contributions/:number/warning',
    'POST /workshop/contributions/:number/warning',
  ]),
  ...rows(banners, 'ban.set', [
    'GET /workshop/contributions/:number/ban',
    'POST /workshop/contributions/:number/ban',
  ]),
  ...rows([...banners, 'guarantor'], 'ban.read', [
    'GET /workshop/reports/:slug/bans',
    'GET /workshop/bans/:ban',
  ]),
  ...rows(['moderator of the site', 'administrator'], 'ban.read', ['GET /admin/bans']),
  ...rows(banners, 'ban.lift', ['POST /workshop/bans/:ban/lift']),
  ...rows(banners, 'ban.decide-contest', ['POST /workshop/bans/:ban/outcome']),
  ...rows(nobodyElse, 'ban.contest', [
    'GET /account/bans/:ban',
    'POST /account/bans/:ban/contestation',
  ]),
]

/** Those of a guarantor. */
export const guaranteeAccess = [
  ...rows(['guarantor'], 'record.read', ['GET /workshop/reports/:slug/guarantee']),
  ...rows(['guarantor'], 'record.verify', ['POST /workshop/reports/:slug/guarantee/verifications']),
  ...rows(['guarantor'], 'opinion.publish', [
    'GET /workshop/reports/:slug/guarantee/opinion',
    'POST /workshop/reports/:slug/guarantee/opinions',
  ]),
  ...rows(nobodyElse, 'opinion.publish', [
    'GET /workshop/reports/:slug/guarantee/opinions/:opinion',
    'POST /workshop/reports/:slug/guarantee/opinions/:opinion/versions',
  ]),
]
