import { sayDecision } from '../answers/index.ts'
import { excerptOf, isAmendment, nameOf, sayAuthor, wordingOf } from '../contributions/index.ts'
import { markdownToText } from '../platform/markdown/markdown-to-text.ts'
import { sayDate, type Locale } from '../platform/messages.ts'
import { startOf } from '../reports/index.ts'
import type { ReportNamed } from './details-store.ts'
import type { Item } from './gather-details.ts'
import { words } from './words.ts'

/** A line of a digest: what happened, where it is read, and words of it in their own language. */
export type Line = { sentence: string; path: string; quote: { text: string; lang: string } | null }

/** How a digest says one thing; `path` begins with the language. */
export function sayItem(locale: Locale, item: Item, report: ReportNamed): Line {
  const say = words(locale)
  const here = `/${locale}/reports/${report.slug}`
  switch (item.what) {
    case 'contribution': {
      const { said } = item
      const name = sayAuthor(locale, { name: said.author.name, state: said.state })
      const what = nameOf(locale, said)
      const reply = said.replyTo === null ? 'no' : 'yes'
      const text = isAmendment(said) ? wordingOf(said) : excerptOf(said)
      return {
        sentence: say('item-contribution', { reply, what, name }),
        path: `/${locale}/contributions/${said.number}`,
        quote: { text, lang: said.lang },
      }
    }
    case 'answer': {
      const { answer, to } = item
      const [first] = to
      const decision = sayDecision(locale, answer.decision, to)
      const what = to
        .slice(0, namedAtMost)
        .map((said) => nameOf(locale, said))
        .join(', ')
      return {
        sentence: say('item-answer', {
          what,
          more: Math.max(0, to.length - namedAtMost),
          decision,
        }),
        path: `/${locale}/contributions/${first?.number}`,
        quote: {
          text: startOf({ text: markdownToText(answer.reason.slice(0, 600)) }),
          lang: report.lang,
        },
      }
    }
    case 'edition': {
      const { number, publishedAt } = item.edition
      const date = sayDate(locale, publishedAt)
      return {
        sentence: say('item-edition', { number, date }),
        path: `${here}/editions/${number}${number > 1 ? '/changes' : ''}`,
        quote: null,
      }
    }
    case 'passage': {
      const { number } = item.edition
      return {
        sentence: say('item-passage', { number }),
        path: `${here}/editions/${number}/changes?at=${item.blockId}#change-${item.blockId}`,
        quote: null,
      }
    }
  }
}

/** Of contributions that were answered together. */
const namedAtMost = 5

/** What stands above the things of one passage. */
export function sayPassage(locale: Locale, passage: { text: string } | null): string {
  return passage ? startOf(passage) : words(locale)('on-whole-report')
}
