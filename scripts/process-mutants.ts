const processes = (only: string) => ({ test: 'test/two-processes.test.ts', only })

/** Ways to keep in one process what another would need. */
export const processMutants = [
  {
    name: 'processes: a link is used up nowhere',
    file: 'src/people/sign-in-link.ts',
    replace: "if (link.usedAt) return 'used'\n",
    by: '',
    guard: processes('a link that was asked for in one'),
  },
  {
    name: 'processes: who is signed in is kept in memory',
    file: 'src/app.ts',
    replace: 'token ? await findViewer(c.var.db, token, now) : undefined',
    by: 'token ? await ((globalThis as any)[token] ??= findViewer(c.var.db, token, now)) : undefined',
    guard: processes('a session that was opened in one'),
  },
  {
    name: 'processes: links are counted in memory',
    file: 'src/people/ask-sign-in-link.ts',
    replace: 'await listLinkTimes(tx, email, hourBefore(now))',
    by: '[...((globalThis as any)[email] ??= []), ...Array((globalThis as any)[email].push(now) * 0)]',
    guard: processes('so many links are mailed'),
  },
  {
    name: 'processes: contributions are counted in memory',
    file: 'src/contributions/check-hourly-limit.ts',
    replace: 'await findNthSaid(tx, authorId, hourlyLimit)',
    by: '((globalThis as any).said ??= []).push(now) > hourlyLimit ? now : undefined',
    guard: processes('so much is published'),
  },
  {
    name: 'processes: a form is known again by the process that received it only',
    file: 'src/contributions/submit-contribution.ts',
    replace: 'await findBySubmission(',
    by: 'await (async (..._: unknown[]) => undefined)(',
    guard: processes('a form that is sent to both'),
  },
  {
    name: 'processes: a change is heard of by nobody else',
    file: 'src/platform/pages/changes-heard.ts',
    replace: "    if (slug === '*') all = any\n    else heard.set(slug, any)\n",
    by: "    if (slug === '*') all = any\n",
    guard: processes('what was published in one'),
  },
]
