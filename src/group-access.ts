import { rows } from './walkers.ts'

const editors = ['rapporteur', 'editor-in-chief'] as const

/** Routes of groups and controversies, as `route-access.ts` has all others. */
export const groupAccess = [
  ...rows(editors, 'group.keep', [
    'GET /workshop/reports/:slug/groups',
    'POST /workshop/reports/:slug/groups',
    'GET /workshop/contributions/:number/alike',
    'GET /workshop/reports/:slug/group',
    'GET /workshop/reports/:slug/groups/:group',
    'POST /workshop/reports/:slug/groups/:group/members',
    'POST /workshop/reports/:slug/groups/:group/removals',
    'POST /workshop/reports/:slug/groups/:group/wording',
    'POST /workshop/reports/:slug/groups/:group/dissolution',
    'POST /workshop/reports/:slug/groups/:group/acts/:act/undoing',
  ]),
  ...rows(editors, 'controversy.keep', [
    'GET /workshop/reports/:slug/controversies',
    'POST /workshop/reports/:slug/controversies',
    'GET /workshop/reports/:slug/controversy',
    'GET /workshop/reports/:slug/controversies/:controversy',
    'POST /workshop/reports/:slug/controversies/:controversy/content',
    'POST /workshop/reports/:slug/controversies/:controversy/publication',
    'GET /workshop/reports/:slug/controversies/:controversy/settlement',
    'POST /workshop/reports/:slug/controversies/:controversy/settlement',
    'POST /workshop/reports/:slug/controversies/:controversy/reopening',
  ]),
]
