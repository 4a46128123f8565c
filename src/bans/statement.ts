import { inReadersLanguage } from '../articles/index.ts'
import type { Charter } from '../moderation/index.ts'
import { inLocale, sayDate, sayDateTime, type Locale } from '../platform/messages.ts'
import { lastDay } from '../roles/index.ts'
import type { Ban } from './ban.ts'
import { words } from './words.ts'

export type Line = { term: string; text: string }

type Reasons = {
  ban: Ban
  /** Of the report; null for the whole site. */
  title: string | null
  /** The version that it rests on. */
  charter: Charter | undefined
  /** The defence against spam had held back what it rests on. */
  suspected: boolean
}

/**
 * Why somebody may not take part, as articles 17(3) and 23 of Regulation (EU) 2022/2065 want it: where, from when and
 * until when, by which rule, on which facts, found by whom or what, what warning came before, and what they can do.
 */
export function statementOf(locale: Locale, reasons: Reasons): Line[] {
  const { ban, title, charter, suspected } = reasons
  const say = words(locale)
  const until = sayDate(locale, lastDay(ban.until))
  const grave = ban.graveReason
  return [
    { term: say('st-what'), text: say('st-what-is', { where: sayWhere(locale, title) }) },
    {
      term: say('st-when'),
      text: say('st-when-is', { from: sayDateTime(locale, ban.from), until }),
    },
    { term: say('st-rule'), text: sayRule(locale, ban, charter) },
    { term: say('st-facts'), text: ban.reason },
    {
      term: say('st-before'),
      text: grave === null ? say('st-warned') : say('st-grave', { reason: grave }),
    },
    {
      term: say('st-origin'),
      text: say('st-origin-is', {
        number: ban.contributionNumber,
        origin: suspected ? 'suspected' : 'own',
      }),
    },
    { term: say('st-stays'), text: say('st-stays-is') },
    { term: say('st-redress'), text: say('st-redress-is') },
  ]
}

export function sayWhere(locale: Locale, title: string | null): string {
  const say = words(locale)
  return title === null ? say('whole-site') : say('the-report', { title })
}

export function sayRule(
  locale: Locale,
  { version, rule: number }: Pick<Ban, 'version' | 'rule'>,
  charter: Charter | undefined,
): string {
  const rule = charter?.rules.find((one) => one.number === number)
  const { title, text } = rule
    ? inReadersLanguage(rule, inLocale(locale).lang)
    : { title: '', text: '' }
  return words(locale)('rule-is', { rule: number, version, title, text })
}
