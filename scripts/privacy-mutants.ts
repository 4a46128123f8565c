const registered = { test: 'test/register.test.ts' }
const planted = { test: 'test/register-planted.test.ts' }
const erased = { test: 'test/erasure.test.ts' }
const acts = { test: 'test/erasure-acts.test.ts' }
const verified = { test: 'test/verify-erasures.test.ts' }
const retained = { test: 'test/retention.test.ts' }

const hindered = (only: string) => ({ test: 'test/erasure-hindered.test.ts', only })
const claimed = (only: string) => ({ test: 'test/claimed-addresses.test.ts', only })

/** Ways to break what is kept of people, what they take away, and what an erasure leaves. */
export const privacyMutants = [
  {
    name: 'privacy: a column without a line in the register',
    file: 'src/privacy/register-people.ts',
    replace: "      'true_name',\n      'locale',",
    by: "      'locale',",
    guard: registered,
  },
  {
    name: 'privacy: a time to keep whose job there is not',
    file: 'src/jobs.ts',
    replace: "'contributions.forget-drafts'",
    by: "'contributions.drafts'",
    guard: registered,
  },
  {
    name: 'privacy: the register keeps what goes',
    file: 'src/privacy/register-texts.ts',
    replace: "chosen: ['title', 'body', 'explanation', 'link', 'place', 'wording'],",
    by: "chosen: ['title', 'body', 'explanation', 'link', 'wording'],",
    guard: planted,
  },
  {
    name: 'privacy: drafts outlive their author',
    file: 'src/privacy/erase-person.ts',
    replace: '  await deleteRowsOf(tx, { personId, pseudonym, emails })\n',
    by: '',
    guard: erased,
  },
  {
    name: 'privacy: the office stays beside the words',
    file: 'src/contributions/erase-store.ts',
    replace: '      territory: null,\n',
    by: '',
    guard: erased,
  },
  {
    name: 'privacy: names can be tried on the salts of before',
    file: 'src/contributions/erase-author.ts',
    replace: "  await destroySalts(tx, personId, { words: texts === 'withdrawn' })\n",
    by: '',
    guard: erased,
  },
  {
    name: 'privacy: mails that wait are sent to whoever is erased',
    file: 'src/privacy/erase-person.ts',
    replace: 'addresses.has(to) || ',
    by: '',
    guard: erased,
  },
  {
    name: 'privacy: a link that waits at their address is left',
    file: 'src/people/erase-store.ts',
    replace: ".where('email', '=', sql<string>`any(${[...emails]}::text[])`)",
    by: ".where('email', '=', sql<string>`any(${[...emails]}::text[])`).where('person_id', 'is not', null)",
    guard: erased,
  },
  {
    name: 'privacy: an erasure needs no word',
    file: 'src/privacy/ask-erasure.ts',
    replace: "    ...(confirmed ? [] : ['not-confirmed' as const]),\n",
    by: '',
    guard: erased,
  },
  {
    name: 'privacy: an erasure is done before its day',
    file: 'src/privacy/store.ts',
    replace: ".where('due_at', '<=', now)",
    by: ".where('due_at', '>', now)",
    guard: acts,
  },
  {
    name: 'privacy: the last lead goes',
    file: 'src/privacy/find-obstacles.ts',
    replace: '  const led = await listLedAlone(db, personId, now)\n',
    by: '  const led = (await listLedAlone(db, personId, now)).slice(0, 0)\n',
    guard: hindered('whoever is the last to keep'),
  },
  {
    name: 'privacy: supports are counted of nobody',
    file: 'src/contributions/erase-author.ts',
    replace: '  await deleteSupportsOf(tx, personId)\n',
    by: '',
    guard: acts,
  },
  {
    name: 'privacy: an accepted wording is emptied, and the text cannot be replayed',
    file: 'src/contributions/erase-store.ts',
    replace: 'wording is null or exists (',
    by: 'wording is null or not exists (',
    guard: acts,
  },
  {
    name: 'privacy: anybody erases anybody',
    file: 'src/privacy/request-routes.tsx',
    replace: `async function requireSubject(c: Context<Env>): Promise<Subject> {
  authorize(c.var.actor, 'person.erase', null)
`,
    by: 'async function requireSubject(c: Context<Env>): Promise<Subject> {\n',
    guard: hindered('an administrator erases'),
  },
  {
    name: 'privacy: what is committed to anew is not held to the journal',
    file: 'src/editions/verify-contributions.ts',
    replace: '    ...(await verifyErasures(db)),\n',
    by: '',
    guard: verified,
  },
  {
    name: 'privacy: an account is erased though its person came back',
    file: 'src/privacy/erase-due.ts',
    replace: 'erasure.askedBy === null && (await isSeenSince(',
    by: 'erasure.askedBy !== null && (await isSeenSince(',
    guard: retained,
  },
  {
    name: 'privacy: whoever has a role is told that their account goes',
    file: 'src/people/erase-store.ts',
    replace: '      the.not(\n',
    by: '      the.or([the.lit(true)]).or(\n',
    guard: retained,
  },
  {
    name: 'privacy: what somebody flagged and contested outlives them',
    file: 'src/privacy/erase-person.ts',
    replace: '  await forgetRedressOf(tx, { personId, emails }, now)\n',
    by: '',
    guard: { test: 'test/erasure.test.ts' },
  },
  {
    name: 'privacy: a copy of a mail opens what the mail does',
    file: 'src/privacy/gather-export.ts',
    replace: 'return { ...mail, text: withoutTokens(mail.text) }',
    by: 'return { ...mail, text: withoutTokens(mail.text) && mail.text }',
    guard: claimed('a copy of one’s own mails'),
  },
  {
    name: 'privacy: an address is theirs who want to add it',
    file: 'src/privacy/gather-export.ts',
    replace: 'const emails = await findEmails(tx, personId)',
    by: "const emails = [...(await findEmails(tx, personId)), ...(await tx.selectFrom('sign_in_link').select('email').where('adds_to', '=', personId).execute()).map((one) => one.email)]",
    guard: claimed('who wants to add an address'),
  },
  {
    name: 'privacy: an erasure takes along what belongs to an address that was only claimed',
    file: 'src/privacy/erase-person.ts',
    replace: 'const { id: personId, pseudonym, emails } = person',
    by: "const { id: personId, pseudonym } = person\n  const emails = [...person.emails, ...(await tx.selectFrom('sign_in_link').select('email').where('adds_to', '=', personId).execute()).map((one) => one.email)]",
    guard: claimed('whoever is erased takes nothing away'),
  },
  {
    name: 'privacy: what they had mailed to others outlives them',
    file: 'src/privacy/erase-person.ts',
    replace: ' || findTokens(text).some((one) => mailed.has(hashOf(one)))',
    by: '',
    guard: claimed('whoever is erased takes nothing away'),
  },
  {
    name: 'privacy: an administrator erases from a browser that was left open',
    file: 'src/privacy/request-routes.tsx',
    replace: "if (typed.when === 'now') await requireFresh(c)",
    by: '',
    guard: hindered('an administrator erases'),
  },
  {
    name: 'privacy: whoever an administrator erases never hears of it',
    file: 'src/privacy/ask-erasure.ts',
    replace: 'if (actor.personId !== personId) await tellErased(tx, mailing, person, now)',
    by: '',
    guard: hindered('an administrator erases'),
  },
  {
    name: 'privacy: an erasure that is hindered is told each day',
    file: 'src/privacy/erase-due.ts',
    replace: 'erasure.hinderedAt !== null || ',
    by: '',
    guard: hindered('what has become the last'),
  },
  {
    name: 'privacy: what is withheld of an erased author is shown again, empty',
    file: 'src/contributions/erase-author.ts',
    replace: 'if (said.withdrawnAt !== null) continue',
    by: "if (said.withdrawnAt !== null || said.state === 'withheld') continue",
    guard: hindered('what was withheld of somebody'),
  },
]
