const truth = { test: 'test/moderation-log-truth.test.ts' }
const guarantee = { test: 'test/guarantee.test.ts' }

const plot = { test: 'test/browser/delay-plot.test.ts' }

/** Ways to break what the log and a guarantor are told of moderation and bans. */
export const truthMutants = [
  {
    name: 'log, truth: decisions that were taken back count for delays',
    file: 'src/moderation-log/store.ts',
    replace: '    .where(sql<boolean>`not ${isUndone}`)\n',
    by: '',
    guard: truth,
  },
  {
    name: 'log, truth: decisions that were taken back count in sums',
    file: 'src/moderation-log/store.ts',
    replace: "where became is distinct from 'undone'`\n",
    by: '`\n',
    guard: truth,
  },
  {
    name: 'log, truth: the log names a person by the moment of their ban',
    file: 'src/moderation-log/store.ts',
    replace: 'case when banned is null then line.at else ${dayOf} end as at',
    by: 'line.at as at',
    guard: truth,
  },
  {
    name: 'log, truth: the log lists bans among decisions of the same moment',
    file: 'src/moderation-log/store.ts',
    replace:
      '(line.banned is not null),\n  case when line.banned is null then line.at end desc,\n  case when line.banned is not null then md5(line.object || line.outcome) end,',
    by: 'line.at desc,',
    guard: truth,
  },
  {
    name: 'log, truth: bans of a day stand in order of time',
    file: 'src/moderation-log/store.ts',
    replace: 'md5(line.object || line.outcome)',
    by: 'lpad(line.id::text, 9)',
    guard: truth,
  },
  {
    name: 'log, truth: a ban that replaces another counts as one more',
    file: 'src/moderation-log/store.ts',
    replace: "case when prolongs is null then 'banned' else 'ban-replaced' end",
    by: "case when prolongs is null then 'banned' else 'banned' end",
    guard: truth,
  },
  {
    name: 'log, truth: a ban is told for less than it was set',
    file: 'src/moderation-log/store.ts',
    replace: "(from_at at time zone 'Europe/Paris')::date + 1`",
    by: "(from_at at time zone 'Europe/Paris')::date`",
    guard: truth,
  },
  {
    name: 'log, truth: bans of the whole site stand in no log',
    file: 'src/moderation-log/store.ts',
    replace: "(ban.scope_kind = 'site' or ban.scope_id = ${reportId}) and act.at",
    by: 'ban.scope_id = ${reportId} and act.at',
    guard: truth,
  },
  {
    name: 'log, truth: hours are told to the billionth',
    file: 'src/moderation-log/log.ts',
    replace: 'return Math.round(hours * 100) / 100',
    by: 'return hours',
    guard: truth,
  },
  {
    name: 'log, truth: what is closed waits in the log',
    file: 'src/moderation-log/request-store.ts',
    replace: 'count(*) filter (where decided_at is null and settled_at is null) as waiting',
    by: 'count(*) filter (where decided_at is null) as waiting',
    guard: truth,
  },
  {
    name: 'log, truth: what is closed is not counted',
    file: 'src/moderation-log/request-store.ts',
    replace: 'count(*) filter (where settled_at > ${since}) as closed',
    by: 'count(*) filter (where false) as closed',
    guard: truth,
  },
  {
    name: 'log, truth: the guarantor finds no reasons of what waits again',
    file: 'src/contributions/require-contribution.ts',
    replace: "  authorize(c.var.actor, 'statement.read', found)\n",
    by: "  authorize(c.var.actor, 'contribution.read-pending', found)\n",
    guard: guarantee,
  },
  {
    name: 'log, truth: the guarantor is led to what they may not read',
    file: 'src/moderation/statement-page.tsx',
    replace: '...(readable ? [{ href: here, label: nameOf(locale, contribution) }] : []),',
    by: '{ href: here, label: nameOf(locale, contribution) },',
    guard: guarantee,
  },
  {
    name: 'log, truth: a guarantor’s other words are lost under a used key',
    file: 'src/guarantee/publish-opinion.ts',
    replace: 'if (first && onSame && saysSame(typed, first)) return { ok: true, id }',
    by: 'if (first && onSame) return { ok: true, id }',
    guard: guarantee,
  },
  {
    name: 'log, truth: the days under the drawing go against it from right to left',
    file: 'public/css/moderation-log.css',
    replace: '    direction: ltr;\n',
    by: '',
    guard: plot,
  },
]
