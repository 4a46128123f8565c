/**
 * What is done without being asked for the terms of use: ways in and out, what is one's own to take back, take away, set
 * right or have erased (Regulation (EU) 2016/679, articles 7(3), 16 and 17), and what the law gives everybody: to flag what is
 * illegal, and to contest a decision on one's own words (Regulation (EU) 2022/2065, articles 16 and 20). Every other act asks.
 */
export const freeActs = [
  'POST /account/session',
  'POST /account/session/end',
  'POST /account/sessions/end',
  'POST /account/sign-in-links',
  'POST /account/sign-in-links/:token',
  'POST /account/passkey-session',
  'POST /account/providers/:provider/attempts/:token',
  'POST /account/address-links/:token',
  'POST /account/ways/:id/removal',
  'POST /account/passkeys/:id/removal',
  'POST /account/drafts/end',
  'POST /account/subscriptions/end',
  'POST /account/notices/setting',
  'POST /account/notices/end',
  'POST /unsubscriptions/:token',
  'POST /account/profile',
  'POST /account/true-name',
  'POST /account/roles/:grant/end',
  'POST /account/erasure',
  'POST /account/erasure/end',
  'POST /contributions/:number/withdrawal',
  'POST /contributions/:number/support/end',
  'POST /organisations/:organisation/membership/end',
  'POST /contributions/:number/flag',
  'POST /account/flags',
  'POST /flags/:token/appeal',
  'POST /flags/:token/appeal/withdrawal',
  'POST /contributions/:number/decisions/:decision/appeal',
  'POST /contributions/:number/decisions/:decision/appeal/withdrawal',
  'POST /account/bans/:ban/contestation',
  // Accepting them, and mending them where they are wrong.
  'POST /terms/consents',
  'POST /admin/terms',
]
