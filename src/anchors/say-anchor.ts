import { languageTags, sayDate, type Locale } from '../platform/messages.ts'
import { sayPerson } from '../ui/say-person.ts'
import { anchorStates, type AnchorState, type Standing, type StateCounts } from './anchor.ts'
import type { Anchor } from './store.ts'
import { words } from './words.ts'

/** How many contributions find their passage, and how, in one sentence. */
export function sayCounts(locale: Locale, counts: StateCounts): string {
  const say = words(locale)
  const parts = anchorStates
    .filter((state) => counts[state] > 0)
    .map((state) => say(`count-${state}`, { count: counts[state] }))
  if (parts.length === 0) return say('no-counts')
  return say('counts', { parts: new Intl.ListFormat(languageTags[locale]).format(parts) })
}

/** What became of a passage, in a word or two. */
export function sayState(locale: Locale, state: AnchorState): string {
  return words(locale)('state', { state })
}

/** How a passage was found, and how surely; or who decided. */
export function sayRule(locale: Locale, { rule, score }: Pick<Standing, 'rule' | 'score'>): string {
  const part = new Intl.NumberFormat(languageTags[locale], { style: 'percent' }).format(score)
  return words(locale)('rule', { rule: keyOf(rule), part })
}

/** Who decided where it stands, and when; null where it was carried. */
export function sayDecided(
  locale: Locale,
  { rule, decidedBy, decidedAt }: Pick<Anchor, 'rule' | 'decidedBy' | 'decidedAt'>,
): string | null {
  if (decidedBy === null || decidedAt === null) return null
  const date = sayDate(locale, decidedAt)
  return words(locale)('decided', { rule: keyOf(rule), name: sayPerson(locale, decidedBy), date })
}

/** As the messages know it: ICU has no hyphen in what it selects by. */
function keyOf(rule: string): string {
  return rule.replaceAll('-', '_')
}
