import { inReadersLanguage } from '../articles/index.ts'
import type { HoldGround } from '../contributions/index.ts'
import { inLocale, sayDateTime, type Locale } from '../platform/messages.ts'
import type { Charter } from './charter.ts'
import { contestUntil } from './contest.ts'
import type { Decision } from './decision.ts'
import { words } from './words.ts'

export type Reasons = {
  number: number
  decision: Pick<Decision, 'outcome' | 'ground' | 'reason' | 'decidedAt' | 'cuts' | 'files'>
  /** Why it had waited; null where it was public. */
  waited: HoldGround | null
  /** The version that the decision rests on. */
  charter: Charter | undefined
  /** Readers had flagged it. */
  flagged: boolean
  /** Whether its author can still contest it here, or has. */
  contest: 'open' | 'over' | 'done'
}

/**
 * A statement of reasons, as article 17(3) of Regulation (EU) 2022/2065 wants it: what was decided, of what extent and
 * for how long, on which facts, how it came about, by which rule, and what its author can do.
 */
export function statementOf(locale: Locale, reasons: Reasons): { term: string; text: string }[] {
  const say = words(locale)
  const { number, decision, waited } = reasons
  const { outcome, decidedAt, reason, cuts, files } = decision
  const kind = outcome === 'withheld' && waited !== null ? 'refused' : outcome
  return [
    {
      term: say('st-decision'),
      text: say('st-decision-is', {
        kind,
        number,
        date: sayDateTime(locale, decidedAt),
        count: cuts.length + files.length,
      }),
    },
    { term: say('st-extent'), text: say('st-extent-is') },
    { term: say('st-ground'), text: sayGround(locale, reasons) },
    { term: say('st-facts'), text: reason },
    { term: say('st-origin'), text: say('st-origin-is', { origin: originOf(reasons) }) },
    { term: say('st-redress'), text: sayRedress(locale, reasons) },
  ]
}

function originOf({ waited, flagged }: Reasons): string {
  if (flagged) return 'flagged'
  return waited === null ? 'own' : waited.replaceAll('-', '_')
}

/** Articles 20 and 21, and the courts. */
function sayRedress(locale: Locale, { decision, contest }: Reasons): string {
  const say = words(locale)
  const until = sayDateTime(locale, contestUntil(decision.decidedAt))
  return say('st-redress-is', { contest, until, outside: say('redress-outside') })
}

function sayGround(locale: Locale, { decision: { ground }, charter }: Reasons): string {
  const say = words(locale)
  if (ground === null) return say('st-no-ground')
  if ('law' in ground) return say('st-law', { law: ground.law })
  const rule = charter?.rules.find(({ number }) => number === ground.rule)
  const { title, text } = rule
    ? inReadersLanguage(rule, inLocale(locale).lang)
    : { title: '', text: '' }
  return say('st-rule', { rule: ground.rule, version: ground.version, title, text })
}
