const life = (only: string) => ({ test: 'test/calendar.test.ts', only })
const access = (only: string) => ({ test: 'test/calendar-access.test.ts', only })
const event = (only: string) => ({ test: 'src/calendar/event.test.ts', only })
const calendar = (only: string) => ({ test: 'src/calendar/calendar.test.ts', only })

/** Ways to break a report's calendar: who keeps it, what is accepted, what readers are told of time. */
export const calendarMutants = [
  {
    name: 'calendar: anybody signed in keeps the calendar',
    file: 'src/permissions.ts',
    replace: "'calendar.keep': ['operator', 'clerk', ...editorial]",
    by: "'calendar.keep': ['operator', 'contributor']",
    guard: access('the calendar is kept by the editors'),
  },
  {
    name: 'calendar: a date that was changed meanwhile is overwritten',
    file: 'src/calendar/keep-event.ts',
    replace: "  if (before.revision !== revision) return refuse('changed-since')\n",
    by: '',
    guard: access('what somebody else changed meanwhile'),
  },
  {
    name: 'calendar: a wrong date hides what was changed meanwhile',
    file: 'src/calendar/routes.tsx',
    replace: "kept.problems.includes('changed-since') ? {} : { revision }",
    by: "kept.problems.includes('changed-since') ? {} : {}",
    guard: access('a wrong date that is sent again'),
  },
  {
    name: 'calendar: a date is taken out that nobody read',
    file: 'src/calendar/remove-event.ts',
    replace: 'if (event.revision !== revision)',
    by: 'if (false as boolean)',
    guard: access('what somebody else changed meanwhile'),
  },
  {
    name: 'calendar: a date is lost that the form of another adds',
    file: 'src/calendar/keep-event.ts',
    replace: "sameEvent(before, event) ? { ok: true } : refuse('added-already')",
    by: '{ ok: true }',
    guard: access('a form that is sent twice'),
  },
  {
    name: 'calendar: a source that is no address of the web',
    file: 'src/calendar/event.ts',
    replace: "isWebAddress(link) ? [] : ['link-unreadable']",
    by: 'isWebAddress(link) ? [] : []',
    guard: event('a source is an address'),
  },
  {
    name: 'calendar: 31 February is a day',
    file: 'src/calendar/event.ts',
    replace: ' && date.toISOString().startsWith(`${text}T`)',
    by: '',
    guard: event('what is no date'),
  },
  {
    name: 'calendar: a month is over on its first day',
    file: 'src/calendar/calendar.ts',
    replace: "event.kind === 'edition-published' || lastDayOf(event) < today",
    by: "event.kind === 'edition-published' || event.day < today",
    guard: calendar('a month is over'),
  },
  {
    name: 'calendar: a plan stays when its edition has come',
    file: 'src/calendar/calendar.ts',
    replace: 'return edition !== null && edition <= latest',
    by: 'return edition !== null && edition < latest',
    guard: calendar('an edition that came'),
  },
  {
    name: 'calendar: an act on it is in no journal',
    file: 'src/calendar/remove-event.ts',
    replace: '    await recordEvent(tx, {',
    by: '    if (role === actor.kind) await recordEvent(tx, {',
    guard: life('every act on the calendar'),
  },
  {
    name: 'calendar: the front page of yesterday is shown today',
    file: 'src/platform/pages/make-pages.ts',
    replace: 'nextMidnightInParis(new Date()).getTime()',
    by: 'nextMidnightInParis(new Date()).getTime() * 2',
    guard: life('the kept front page'),
  },
  {
    name: 'calendar: a page that says the day is kept for ever',
    file: 'src/platform/pages/make-pages.ts',
    replace: '(Date.now() < page.until &&',
    by: '(page.until > 0 &&',
    guard: { test: 'src/platform/pages/make-pages.test.ts' },
  },
  {
    name: 'calendar: nobody hears that a date was written down',
    file: 'migrations/0014-calendar.sql',
    replace: 'after insert or update or delete on report_event',
    by: 'after insert or update or delete on report',
    guard: { test: 'test/kept-pages-fresh.test.ts', only: 'every table announces' },
  },
]
