/** Ways to break sessions, their cookie, and what the program writes down of who comes in. */
export const sessionMutants = [
  {
    name: 'sessions: anybody ends anybody’s',
    file: 'src/people/session-store.ts',
    replace: `    .where('person_id', '=', personId)
    .where('id', '=', id)`,
    by: "    .where('id', '=', id)",
    guard: { test: 'test/sessions.test.ts', only: 'one session is ended' },
  },
  {
    name: 'sessions: this one ends with all others',
    file: 'src/people/session-store.ts',
    replace: `
    .where('token_sha256', '!=', tokenSha256)`,
    by: '',
    guard: { test: 'test/sessions.test.ts', only: 'all other sessions' },
  },
  {
    name: 'sessions: reading writes each time',
    file: 'src/people/session.ts',
    replace: 'if (person.seenOn < today)',
    by: 'if (person.seenOn <= today)',
    guard: { test: 'test/sessions.test.ts', only: 'when a session was last used' },
  },
  {
    name: 'sessions: one that nobody uses holds on',
    file: 'src/people/session-store.ts',
    replace: `
    .where(isUsed(now))
    .executeTakeFirst()`,
    by: `
    .executeTakeFirst()`,
    guard: { test: 'test/sessions.test.ts', only: 'a session that nobody used' },
  },
  {
    name: 'sessions: one that nobody uses is kept',
    file: 'src/people/session-store.ts',
    replace: "where.or([where('expires_at', '<=', now), where.not(isUsed(now))])",
    by: "where.or([where('expires_at', '<=', now)])",
    guard: { test: 'test/sessions.test.ts', only: 'a session that nobody used' },
  },
  {
    name: 'sessions: a neighbouring host sets the cookie',
    file: 'src/people/session-cookie.ts',
    replace: "{ path: '/', secure: true, prefix: 'host' }",
    by: "{ path: '/', secure: true }",
    guard: { test: 'test/secure-site.test.ts', only: 'over https' },
  },
  {
    name: 'sessions: the cookie of any host is read',
    file: 'src/people/session-cookie.ts',
    replace:
      "return isSecure(c) ? getCookie(c, sessionCookie, 'host') : getCookie(c, sessionCookie)",
    by: "return getCookie(c, sessionCookie, 'host') ?? getCookie(c, sessionCookie)",
    guard: { test: 'test/secure-site.test.ts', only: 'over https the session' },
  },
  {
    name: 'sessions: browsers are not told to come by https',
    file: 'src/platform/http/headers-for.ts',
    replace: "'max-age=31536000; includeSubDomains'",
    by: 'false',
    guard: { test: 'test/secure-site.test.ts', only: 'browsers are told' },
  },
  {
    name: 'log: who came in is named',
    file: 'src/people/let-in.ts',
    replace: 'who: viewer?.actor.pseudonym',
    by: 'who: viewer?.name',
    guard: { test: 'test/security-log.test.ts', only: 'the log says who came in' },
  },
  {
    name: 'log: a link that lets nobody in is not noticed',
    file: 'src/people/link-routes.tsx',
    replace: "keepOut(c, 'link', state)",
    by: '',
    guard: { test: 'test/security-log.test.ts', only: 'the log says who came in' },
  },
  {
    name: 'log: acts that are refused are not noticed',
    file: 'src/log-request.ts',
    replace: "log.warn({ event: 'not-allowed', action, who }, 'an act was refused')",
    by: '',
    guard: { test: 'test/security-log.test.ts', only: 'the log says which act' },
  },
  {
    name: 'log: forms of other sites are not noticed',
    file: 'src/log-request.ts',
    replace: "log.warn({ event: 'forged-form' }, 'a form of another site was refused')",
    by: '',
    guard: { test: 'test/security-log.test.ts', only: 'the log says that another site' },
  },
  {
    name: 'mail: it goes to servers without encryption',
    file: 'src/platform/mail/transport.ts',
    replace: 'requireTLS: mustEncrypt(new URL(url)),',
    by: '',
    guard: { test: 'test/mail-encryption.test.ts' },
  },
  {
    name: 'mail: relays elsewhere need no encryption',
    file: 'src/platform/mail/transport.ts',
    replace: 'said === null ? !isLoopback(hostname)',
    by: 'said === null ? false',
    guard: { test: 'test/mail-encryption.test.ts' },
  },
  {
    name: 'sessions: one of long ago changes what lets one in',
    file: 'src/people/require-fresh.ts',
    replace:
      'if (!since || since.getTime() < now.getTime() - freshMinutes * 60_000) throw new SignInAgain()',
    by: '',
    guard: { test: 'test/sign-in-again.test.ts' },
  },
  {
    name: 'sessions: one of long ago asks for the link of an address',
    file: 'src/people/address-routes.tsx',
    replace: `      const personId = await requireFresh(c)
`,
    by: `      const personId = c.var.actor.personId ?? 0
`,
    guard: { test: 'test/sign-in-again.test.ts' },
  },
  {
    name: 'sessions: one of long ago makes a passkey',
    file: 'src/people/passkey-routes.tsx',
    replace: `      const personId = await requireFresh(c)
`,
    by: `      const personId = requirePerson(c)
`,
    guard: { test: 'test/sign-in-again.test.ts' },
  },
  {
    name: 'sessions: one of long ago gives up a passkey',
    file: 'src/people/passkey-routes.tsx',
    replace: `.post('/account/passkeys/:id/removal', async (c) => {
      await requireFresh(c)
`,
    by: `.post('/account/passkeys/:id/removal', async (c) => {
`,
    guard: { test: 'test/sign-in-again.test.ts' },
  },
  {
    name: 'sessions: one of long ago gives up a way in',
    file: 'src/people/way-routes.tsx',
    replace: `const personId = await requireFresh(c)`,
    by: `const personId = c.var.actor.personId ?? 0`,
    guard: { test: 'test/sign-in-again.test.ts' },
  },
  {
    name: 'sessions: one of long ago adds a provider',
    file: 'src/people/provider-routes.tsx',
    replace: `if (adds) await requireFresh(c)`,
    by: ``,
    guard: { test: 'test/sign-in-again.test.ts' },
  },
  {
    name: 'headers: pages may be framed',
    file: 'src/platform/http/headers-for.ts',
    replace: `frameAncestors: ["'none'"]`,
    by: `frameAncestors: ["'self'"]`,
    guard: { test: 'test/headers.test.ts', only: 'GET /fr answers' },
  },
  {
    name: 'headers: browsers tell other sites where one was',
    file: 'src/platform/http/headers-for.ts',
    replace: "referrerPolicy: 'same-origin'",
    by: "referrerPolicy: 'unsafe-url'",
    guard: { test: 'test/headers.test.ts', only: 'GET /fr answers' },
  },
  {
    name: 'sessions: one of long ago erases its person at once',
    file: 'src/privacy/own-routes.tsx',
    replace: "if (typed.when === 'now') await requireFresh(c)",
    by: '',
    guard: { test: 'test/sign-in-again.test.ts', only: 'nobody is erased at once' },
  },
]
