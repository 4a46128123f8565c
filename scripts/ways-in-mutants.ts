const refused = 'test/providers-refused.test.ts'
const ways = 'test/ways-in.test.ts'
const passkeys = 'test/browser/passkeys.test.ts'

/** Ways to break how people come in: providers, passkeys, several ways for one person, their sessions. */
export const waysInMutants = [
  {
    name: 'ways in: attempt: any browser goes on with it',
    file: 'src/people/attempt.ts',
    replace: "if (!browserSha256?.equals(attempt.browserSha256)) return 'other-browser'",
    by: '',
    guard: { test: refused, only: 'an answer that another browser' },
  },
  {
    name: 'ways in: attempt: it does not end',
    file: 'src/people/attempt.ts',
    replace: "return attempt.expiresAt > now ? null : 'expired'",
    by: 'return null',
    guard: { test: refused, only: 'an attempt is over' },
  },
  {
    name: 'ways in: attempt: an answer is taken twice',
    file: 'src/people/receive-answer.ts',
    replace: 'await markUsed(tx, tokenSha256, now)',
    by: '',
    guard: { test: refused, only: 'an answer serves once' },
  },
  {
    name: 'ways in: attempt: an answer is taken again while it waits for its person',
    file: 'src/people/receive-answer.ts',
    replace: "if (attempt.usedAt) return { ok: false, problem: 'used', attempt }",
    by: '',
    guard: { test: refused, only: 'an answer that waits' },
  },
  {
    name: 'ways in: attempt: whatever a cookie holds binds it',
    file: 'src/people/session-cookie.ts',
    replace: '/^[\\w-]{43}$/.test(held)',
    by: 'held.length > 0',
    guard: { test: refused, only: 'a cookie that could be guessed' },
  },
  {
    name: 'ways in: attempt: a page of another site begins it',
    file: 'src/people/provider-routes.tsx',
    replace: "if (c.req.header('Sec-Fetch-Site') === 'cross-site')",
    by: "if (c.req.header('Sec-Fetch-Site') === 'never')",
    guard: { test: refused, only: 'no attempt begins' },
  },
  {
    name: 'ways in: attempt: it leads off the site',
    file: 'src/people/provider-routes.tsx',
    replace: "const asked = safeReturn(c.req.query('return') ?? '', `/${locale}`)",
    by: "const asked = c.req.query('return') ?? safeReturn('', `/${locale}`)",
    guard: { test: refused, only: 'no attempt begins' },
  },
  {
    name: 'ways in: attempt: caches keep what came of it',
    file: 'src/people/provider-routes.tsx',
    replace: ".use('/account/providers/*', keepNowhere)",
    by: '',
    guard: { test: refused, only: 'an address that no provider made' },
  },
  {
    name: 'ways in: provider: what is signed is not checked',
    file: 'src/platform/oidc/provider.ts',
    replace: 'execute: [oidc.enableNonRepudiationChecks, ...insecure(issuer)],',
    by: 'execute: insecure(issuer),',
    guard: { test: refused, only: 'what a provider did not sign' },
  },
  {
    name: 'ways in: provider: one that never answers is waited for',
    file: 'src/platform/oidc/provider.ts',
    replace: 'timeout: answerSeconds,',
    by: 'timeout: 60,',
    guard: { test: refused, only: 'a provider that is away' },
  },
  {
    name: 'ways in: provider: anybody on the way can let anybody in',
    file: 'src/platform/oidc/provider-settings.ts',
    replace: "(protocol === 'http:' && loopback)",
    by: "(protocol === 'http:' || loopback)",
    guard: { test: 'src/platform/config.test.ts', only: 'a provider that lacks' },
  },
  {
    name: 'ways in: provider: any vouches for an establishment',
    file: 'src/platform/oidc/provider.ts',
    replace: 'siret: settings.vouchesForSiret ? siret : null,',
    by: 'siret,',
    guard: { test: 'test/providers.test.ts', only: 'nobody but ProConnect' },
  },
  {
    name: 'ways in: provider: an address that it tells is enough to be somebody',
    file: 'src/people/receive-answer.ts',
    replace: 'const person = await findPersonByIdentity(tx, provider.issuer, subject)',
    by: `const person =
      (await findPersonByIdentity(tx, provider.issuer, subject)) ??
      (await findPersonByIdentity(tx, 'email', vouched.email ?? ''))`,
    guard: { test: 'test/providers.test.ts', only: 'a provider’s address is no way in' },
  },
  {
    name: 'ways in: provider: its token is kept in clear',
    file: 'src/people/session.ts',
    replace: 'idToken: seal(vouched.key, labelOf(tokenSha256), Buffer.from(vouched.idToken)),',
    by: 'idToken: Buffer.from(vouched.idToken),',
    guard: { test: 'test/providers.test.ts', only: 'signing out here' },
  },
  {
    name: 'ways in: provider: it is added to whoever is signed in by then',
    file: 'src/people/decide.ts',
    replace: 'if (personId === null || attempt.personId !== personId) {',
    by: 'if (attempt.personId === null) {',
    guard: { test: ways, only: 'nobody adds anything' },
  },
  {
    name: 'ways in: provider: an identity of somebody else is said to be added',
    file: 'src/people/decide.ts',
    replace:
      "if (owner && owner.id !== personId) return { ok: false, problem: 'of-somebody-else', attempt }",
    by: '',
    guard: { test: ways, only: 'an identity that somebody takes meanwhile' },
  },
  {
    name: 'ways in: address: whoever opens its link adds it to whoever asked',
    file: 'src/people/use-address-link.ts',
    replace: "if (link.addsTo !== personId) return 'not-yours'",
    by: '',
    guard: { test: ways, only: 'a further address is added' },
  },
  {
    name: 'ways in: address: a link to add one signs in',
    file: 'src/people/link-store.ts',
    replace: ".where('adds_to', purpose === 'sign-in' ? 'is' : 'is not', null)",
    by: '',
    guard: { test: ways, only: 'a link that adds an address' },
  },
  {
    name: 'ways in: ways: the last is given up',
    file: 'src/people/remove-way.ts',
    replace: "if (isLastWay(id, ways, means)) return { ok: false, problem: 'last-way' }",
    by: '',
    guard: { test: ways, only: 'a way in is given up' },
  },
  {
    name: 'ways in: ways: one that lets nobody in any longer counts',
    file: 'src/people/way.ts',
    replace: 'means.demonstration : means.issuers.includes(provider)',
    by: 'means.demonstration : true',
    guard: { test: ways, only: 'a provider that is no longer offered' },
  },
  {
    name: 'ways in: ways: an address that is gone hears nothing of it',
    file: 'src/people/remove-way.ts',
    replace: 'const also = isAddress ? [found.subject] : []',
    by: 'const also: string[] = []',
    guard: { test: ways, only: 'a way in is given up' },
  },
  {
    name: 'ways in: sessions: anybody ends anybody’s',
    file: 'src/people/session-store.ts',
    replace: `    .where('person_id', '=', personId)
    .where('id', '=', id)`,
    by: "    .where('id', '=', id)",
    guard: { test: 'test/sessions.test.ts', only: 'one session is ended' },
  },
  {
    name: 'ways in: sessions: this one ends with all others',
    file: 'src/people/session-store.ts',
    replace: `
    .where('token_sha256', '!=', tokenSha256)`,
    by: '',
    guard: { test: 'test/sessions.test.ts', only: 'all other sessions' },
  },
  {
    name: 'ways in: sessions: reading writes each time',
    file: 'src/people/session.ts',
    replace: 'if (person.seenOn < today)',
    by: 'if (person.seenOn <= today)',
    guard: { test: 'test/sessions.test.ts', only: 'when a session was last used' },
  },
  {
    name: 'ways in: sessions: one that nobody uses holds on',
    file: 'src/people/session-store.ts',
    replace: `
    .where(isUsed(now))
    .executeTakeFirst()`,
    by: `
    .executeTakeFirst()`,
    guard: { test: 'test/sessions.test.ts', only: 'a session that nobody used' },
  },
  {
    name: 'ways in: sessions: one that nobody uses is kept',
    file: 'src/people/session-store.ts',
    replace: "or([eb('expires_at', '<=', now), not(isUsed(now))])",
    by: "or([eb('expires_at', '<=', now)])",
    guard: { test: 'test/sessions.test.ts', only: 'a session that nobody used' },
  },
  {
    name: 'ways in: sessions: a neighbouring host sets the cookie',
    file: 'src/people/session-cookie.ts',
    replace: "{ path: '/', secure: true, prefix: 'host' }",
    by: "{ path: '/', secure: true }",
    guard: { test: 'test/secure-site.test.ts', only: 'over https' },
  },
  {
    name: 'ways in: sessions: the cookie of any host is read',
    file: 'src/people/session-cookie.ts',
    replace:
      "return isSecure(c) ? getCookie(c, sessionCookie, 'host') : getCookie(c, sessionCookie)",
    by: "return getCookie(c, sessionCookie, 'host') ?? getCookie(c, sessionCookie)",
    guard: { test: 'test/secure-site.test.ts', only: 'over https the session' },
  },
  {
    name: 'ways in: browsers are not told to come by https',
    file: 'src/app.ts',
    replace: "origin.startsWith('https:') ? 'max-age=31536000; includeSubDomains' : false",
    by: 'false',
    guard: { test: 'test/secure-site.test.ts', only: 'browsers are told' },
  },
  {
    name: 'ways in: passkey: a challenge serves twice',
    file: 'src/people/take-challenge.ts',
    replace: 'await markUsed(tx, tokenSha256, now)',
    by: '',
    guard: { test: passkeys, only: 'what a device answered' },
  },
  {
    name: 'ways in: passkey: a challenge of another question serves',
    file: 'src/people/take-challenge.ts',
    replace: 'if (refusal || attempt?.personId !== personId) return false',
    by: 'if (refusal) return false',
    guard: { test: passkeys, only: 'a device that does not know' },
  },
  {
    name: 'ways in: passkey: whoever holds the device is let in',
    file: 'src/people/use-passkey.ts',
    replace: 'requireUserVerification: true,',
    by: 'requireUserVerification: false,',
    guard: { test: passkeys, only: 'a device that does not know' },
  },
  {
    name: 'ways in: passkey: an answer to another site serves',
    file: 'src/people/use-passkey.ts',
    replace: 'expectedOrigin: party.origin,',
    by: 'expectedOrigin: [1, 2, 3, 4, 5].flatMap((first) => Array.from({ length: 10_000 }, (_, port) => `http://localhost:${first * 10_000 + port}`)),',
    guard: { test: passkeys, only: 'what a device answered' },
  },
  {
    name: 'ways in: passkey: a copy serves',
    file: 'src/people/use-passkey.ts',
    replace: "if (isCopied(kept.counter, counter)) return { ok: false, problem: 'passkey-copied' }",
    by: '',
    guard: { test: passkeys, only: 'a passkey whose copy' },
  },
]
