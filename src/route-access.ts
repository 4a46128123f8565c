import { openRoutes } from './open-routes.ts'
import { groupAccess } from './group-access.ts'
import { banAccess, guaranteeAccess } from './sanction-access.ts'
import { rows, walkers, type RouteAccess } from './walkers.ts'
import { siteRoutes } from './site-routes.ts'

const everybody = walkers
const signedIn = walkers.filter((walker) => walker !== 'reader')
const moderators = ['moderator', 'moderator of the site'] as const
const editors = ['rapporteur', 'editor-in-chief'] as const
const chiefs = ['editor-in-chief'] as const
const administrators = ['administrator'] as const
const wholeTeam = ['clerk', ...moderators, ...editors, 'guarantor', 'administrator'] as const
const inviters = [...editors, 'administrator'] as const
const teamKeepers = ['editor-in-chief', 'administrator'] as const
/** But for whoever it belongs to: who wrote it, has it, leads it or is a member of it. */
const nobodyElse = [] as const

/**
 * Every route, by method and pattern without its language: the same policy written down once more, from the
 * side of the addresses, so that a mistake in either of the two tables shows in a test. A route that is missing here
 * fails the build.
 */
export const routeAccess: Readonly<Record<string, RouteAccess>> = Object.fromEntries([
  ...rows(everybody, null, openRoutes),
  ...rows(nobodyElse, null, [
    'GET /account/roles/:grant/end',
    'POST /account/roles/:grant/end',
    'GET /contributions/:number/receipt',
    'GET /contributions/:number/receipt.json',
    'GET /account/providers/:provider/answer',
    'GET /account/providers/:provider/attempts/:token',
    'POST /account/providers/:provider/attempts/:token',
    'GET /account/passkeys/:id',
    'POST /account/passkeys/:id',
    'GET /account/passkeys/:id/removal',
    'POST /account/passkeys/:id/removal',
    'GET /account/address-links/:token',
    'POST /account/address-links/:token',
    'GET /account/ways/:id/removal',
    'POST /account/ways/:id/removal',
    'POST /account/sessions/end',
    'POST /account/flags',
  ]),
  ...rows(wholeTeam, 'team.read', ['GET /workshop/reports/:slug/team']),
  ...rows(inviters, 'person.invite', [
    'POST /workshop/reports/:slug/team/invitations',
    'POST /workshop/reports/:slug/team/invitations/:invitation/withdrawal',
  ]),
  ...rows(teamKeepers, 'team.keep', [
    'GET /workshop/reports/:slug/team/:grant/end',
    'POST /workshop/reports/:slug/team/:grant/end',
  ]),
  ...rows(['administrator', 'moderator of the site'], 'team.read', ['GET /admin/team']),
  ...rows(administrators, 'person.invite', [
    'POST /admin/team/invitations',
    'POST /admin/team/invitations/:invitation/withdrawal',
  ]),
  ...rows(administrators, 'role.grant', [
    'GET /admin/team/:grant/end',
    'POST /admin/team/:grant/end',
  ]),
  ...rows(nobodyElse, 'role.delegate', [
    'GET /account/roles/:grant/delegation',
    'POST /account/roles/:grant/delegation',
  ]),
  ...rows(signedIn, 'organisation.create', ['GET /organisation', 'POST /organisations']),
  ...rows(administrators, 'organisation.keep', [
    'GET /organisations/:organisation/description',
    'POST /organisations/:organisation/description',
    'GET /organisations/:organisation/members',
    'POST /organisations/:organisation/members/:member/acceptance',
    'POST /organisations/:organisation/members/:member/removal',
    'GET /organisations/:organisation/members/:member',
    'POST /organisations/:organisation/members/:member/office',
    'POST /organisations/:organisation/members/:member/mandates',
    'POST /organisations/:organisation/members/:member/mandates/:mandate/end',
    'GET /organisations/:organisation/verification',
    'GET /organisations/:organisation/hand-over',
    'POST /organisations/:organisation/hand-over/confirmation',
    'POST /organisations/:organisation/hand-over/end',
  ]),
  ...rows(signedIn, 'organisation.join', ['POST /organisations/:organisation/membership']),
  ...rows(signedIn, null, [
    'POST /organisations/:organisation/membership/end',
    'POST /account/drafts/end',
    'GET /account/passkeys',
    'POST /account/passkeys',
    'GET /account/addresses',
    'POST /account/addresses',
    'GET /account',
    'POST /account/profile',
    'POST /account/true-name',
    'GET /account/data.zip',
    'GET /account/erasure',
    'POST /account/erasure',
    'POST /account/erasure/end',
  ]),
  ...rows(signedIn, 'subscription.keep', [
    'POST /account/subscriptions',
    'POST /account/subscriptions/end',
    'GET /account/notices',
    'POST /account/notices/setting',
    'POST /account/notices/end',
  ]),
  ...rows(nobodyElse, 'subscription.keep', ['GET /account/notices/:notice']),
  ...rows(administrators, 'person.erase', [
    'GET /admin/erasures',
    'POST /admin/erasures',
    'GET /admin/people/:pseudonym/erasure',
    'POST /admin/people/:pseudonym/erasure',
    'POST /admin/people/:pseudonym/erasure/end',
  ]),
  ...rows(nobodyElse, 'organisation.prove', [
    'POST /organisations/:organisation/verification',
    'GET /organisations/:organisation/verification/:token',
    'POST /organisations/:organisation/verification/:token',
    'POST /organisations/:organisation/verification/siret',
  ]),
  ...rows(administrators, 'organisation.verify', [
    'POST /organisations/:organisation/verification/reason',
  ]),
  ...rows(editors, 'topic.keep', [
    'GET /workshop/reports/:slug/topics',
    'GET /workshop/reports/:slug/topic',
    'POST /workshop/reports/:slug/topics',
    'GET /workshop/reports/:slug/topics/:topic',
    'GET /workshop/reports/:slug/topics/:topic/words',
    'POST /workshop/reports/:slug/topics/:topic/words',
    'GET /workshop/reports/:slug/topics/:topic/publication',
    'POST /workshop/reports/:slug/topics/:topic/publication',
    'GET /workshop/reports/:slug/topics/:topic/phase',
    'POST /workshop/reports/:slug/topics/:topic/phases',
    'GET /workshop/reports/:slug/topics/:topic/phases/:phase',
    'POST /workshop/reports/:slug/topics/:topic/phases/:phase',
    'GET /workshop/reports/:slug/topics/:topic/phases/:phase/end',
    'POST /workshop/reports/:slug/topics/:topic/phases/:phase/end',
  ]),
  ...rows(['clerk', ...editors], 'calendar.keep', [
    'GET /workshop/reports/:slug/calendar',
    'POST /workshop/reports/:slug/calendar/events',
    'GET /workshop/reports/:slug/calendar/:event',
    'POST /workshop/reports/:slug/calendar/:event',
    'GET /workshop/reports/:slug/calendar/:event/removal',
    'POST /workshop/reports/:slug/calendar/:event/removal',
  ]),
  ...rows(editors, 'report.import', [
    'GET /workshop/reports/:slug/import',
    'POST /workshop/reports/:slug/import',
    'GET /workshop/reports/:slug/import/:upload',
    'POST /workshop/reports/:slug/import/:upload/corrections',
    'POST /workshop/reports/:slug/import/:upload/acceptance',
    'POST /workshop/reports/:slug/import/:upload/end',
  ]),
  ...rows(signedIn, 'contribution.submit', [
    'GET /reports/:slug/passages/:block/amendment',
    'POST /reports/:slug/passages/:block/amendments',
    'GET /reports/:slug/passages/:block/contribution',
    'POST /reports/:slug/passages/:block/contributions',
    'GET /reports/:slug/topics/:topic/contribution',
    'POST /reports/:slug/topics/:topic/contributions',
    'GET /reports/:slug/contribution',
    'POST /reports/:slug/contributions',
    'GET /contributions/:number/reply',
    'POST /contributions/:number/replies',
  ]),
  ...rows(nobodyElse, 'contribution.revise', [
    'GET /contributions/:number/revision',
    'POST /contributions/:number/revisions',
  ]),
  ...rows(nobodyElse, 'contribution.withdraw', [
    'GET /contributions/:number/withdrawal',
    'POST /contributions/:number/withdrawal',
  ]),
  ...rows(signedIn, 'contribution.support', ['POST /contributions/:number/support']),
  ...rows(signedIn, 'support.withdraw', ['POST /contributions/:number/support/end']),
  ...rows(chiefs, 'true-name.require', [
    'GET /workshop/reports/:slug/true-names',
    'POST /workshop/reports/:slug/true-names',
  ]),
  ...rows(signedIn, 'terms.accept', ['POST /terms/consents']),
  ...siteRoutes.flatMap(([action, routes]) => rows(administrators, action, routes)),
  ...rows([...moderators, ...editors], 'contribution.moderate', [
    'GET /workshop/contributions/:number/moderation',
    'POST /workshop/contributions/:number/moderation',
    'POST /workshop/contributions/:number/moderation/undo',
    'GET /workshop/reports/:slug/moderation',
    'GET /workshop/reports/:slug/moderation/alike',
    'POST /workshop/reports/:slug/moderation/alike',
    'POST /workshop/reports/:slug/moderation/alike/undo',
    'POST /workshop/reports/:slug/moderation/publications',
  ]),
  ...banAccess,
  ...groupAccess,
  ...guaranteeAccess,
  ...rows([...moderators, ...editors], 'flag.decide', [
    'POST /workshop/contributions/:number/moderation/flags',
    'POST /workshop/contributions/:number/moderation/flags/undo',
  ]),
  ...rows(nobodyElse, 'decision.contest', [
    'GET /contributions/:number/decisions/:decision/appeal',
    'POST /contributions/:number/decisions/:decision/appeal',
    'POST /contributions/:number/decisions/:decision/appeal/withdrawal',
  ]),
  ...rows([...moderators, ...editors, 'guarantor', 'administrator'], 'appeal.decide', [
    'GET /workshop/reports/:slug/moderation/appeals',
    'GET /workshop/appeals/:appeal',
    'POST /workshop/appeals/:appeal',
  ]),
  ...rows(chiefs, 'moderation.set', [
    'GET /workshop/reports/:slug/moderation/setting',
    'POST /workshop/reports/:slug/moderation/setting',
  ]),
  ...rows([...moderators, ...editors, 'guarantor'], 'statement.read', [
    'GET /contributions/:number/decisions/:decision',
  ]),
  ...rows(editors, 'workshop.open', [
    'GET /workshop/reports/:slug',
    'GET /workshop/reports/:slug/changes',
    'GET /workshop/reports/:slug/publication',
    'GET /workshop/reports/:slug/review',
    'GET /workshop/reports/:slug/editions/:number/anchors',
  ]),
  ...rows(editors, 'contribution.answer', [
    'GET /workshop/reports/:slug/answer',
    'POST /workshop/reports/:slug/answers',
    'GET /workshop/contributions/:number/answer',
  ]),
  ...rows(editors, 'text.change', [
    'GET /workshop/reports/:slug/text/insertion',
    'POST /workshop/reports/:slug/text/insertions',
    'GET /workshop/reports/:slug/text',
    'GET /workshop/reports/:slug/text/:block',
    'POST /workshop/reports/:slug/text/:block/edits',
    'GET /workshop/reports/:slug/text/:block/removal',
    'POST /workshop/reports/:slug/text/:block/removal',
    'GET /workshop/reports/:slug/text/:block/move',
    'POST /workshop/reports/:slug/text/:block/move',
    'GET /workshop/reports/:slug/text/:block/return',
    'POST /workshop/reports/:slug/text/:block/return',
    'GET /workshop/reports/:slug/text/:block/split',
    'POST /workshop/reports/:slug/text/:block/split',
    'GET /workshop/reports/:slug/text/:block/merger',
    'POST /workshop/reports/:slug/text/:block/merger',
    'POST /workshop/reports/:slug/changes/:id/causes',
    'POST /workshop/reports/:slug/changes/:id/causes/:number/withdrawal',
    'GET /workshop/reports/:slug/changes/:id/undoing',
    'POST /workshop/reports/:slug/changes/:id/undoing',
  ]),
  ...rows(chiefs, 'edition.publish', ['POST /workshop/reports/:slug/editions']),
  ...rows(editors, 'anchor.decide', [
    'POST /workshop/reports/:slug/editions/:number/anchors/decisions',
    'POST /workshop/reports/:slug/editions/:number/anchors/decisions/end',
    'GET /workshop/reports/:slug/editions/:number/anchors/place',
  ]),
])
