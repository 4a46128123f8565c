const malformed = { test: 'test/malformed.test.ts', only: 'malformed requests to every route' }
const hostile = (only: string) => ({ test: 'test/hostile.test.ts', only })

/** Ways to break what is answered to requests that no page of ours sends. */
export const malformedMutants = [
  {
    name: 'malformed: the number of a contribution without a bound',
    file: 'src/contributions/require-contribution.ts',
    replace: '/^[1-9]\\d{0,8}$/',
    by: '/^\\d+$/',
    guard: malformed,
  },
  {
    name: 'malformed: the number in a short address without a bound',
    file: 'src/short-addresses.ts',
    replace: '/^[1-9]\\d{0,8}$/',
    by: '/^\\d+$/',
    guard: malformed,
  },
  {
    name: 'malformed: where a program failed is shown',
    file: 'src/answer-error.tsx',
    replace: "return sendProblem(c, 'unreadable', 400)",
    by: 'return c.html(`<!doctype html><html lang="${c.var.locale}">${error.stack}</html>`, 400)',
    guard: malformed,
  },
  {
    name: 'malformed: a form names a field that is not there',
    file: 'src/ui/error-summary.tsx',
    replace: 'href={`#${field}`}',
    by: 'href={`#the-${field}`}',
    guard: malformed,
  },
  {
    name: 'malformed: a refused form leaves something in the journal',
    file: 'src/moderation/decide-contribution.ts',
    replace: 'if (problem) return { ok: false, problem }',
    by: `if (problem) {
      const act = { at: now, role, actor: actor.pseudonym, action: 'contribution.withheld' as const }
      await recordAct(tx, { ...act, object: 'contribution/1' }, {})
      return { ok: false, problem }
    }`,
    guard: malformed,
  },
  {
    name: 'malformed: a route to which no page leads',
    file: 'src/journal/routes.tsx',
    replace: "export const journalRoutes = new Hono<Env>().get('/journal',",
    by: "export const journalRoutes = new Hono<Env>().get('/unseen/:thing', (c) => c.text('')).get('/journal',",
    guard: { test: 'test/malformed.test.ts', only: 'a page leads to every route' },
  },
  {
    name: 'hostile: an address that is no text is looked for',
    file: 'src/app.ts',
    replace: "if (isUnreadable(c.req.path)) return sendProblem(c, 'not-found', 404)",
    by: '',
    guard: hostile('an address with a control character'),
  },
  {
    name: 'hostile: a database that is away is our failure',
    file: 'src/answer-error.tsx',
    replace: "isAway(error) ? sendAway(c, typed) : sendProblem(c, 'failed', 500, typed)",
    by: "sendProblem(c, 'failed', 500)",
    guard: hostile('when the database is away'),
  },
  {
    name: 'hostile: a connection that was ended is our failure',
    file: 'src/platform/db/is-away.ts',
    replace: "  '57P01',\n",
    by: '',
    guard: hostile('a database that refuses, ends or has no room'),
  },
  {
    name: 'hostile: every refusal of the database is called away',
    file: 'src/platform/db/is-away.ts',
    replace: 'if (!(error instanceof Error)) return false',
    by: 'if (error instanceof Error) return true',
    guard: hostile('what the database refuses is no reason'),
  },
  {
    name: 'hostile: a contribution that lost its kind loses its words',
    file: 'src/contributions/contribute-page.tsx',
    replace: '      <TypedBefore {...props} />\n',
    by: '',
    guard: hostile('a contribution whose kind was lost'),
  },
  {
    name: 'hostile: an answer to nothing names fields that are not there',
    file: 'src/answers/answer-page.tsx',
    replace: "group.said.length === 0 ? 'answering' : fieldOf(shown, whole)",
    by: 'fieldOf(shown, whole)',
    guard: hostile('an answer to nothing'),
  },
]
