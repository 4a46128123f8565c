import { inLanguage, inLocale, type Locale } from '../platform/messages.ts'
import { redline } from '../text/index.ts'
import { cellsInLine } from './cells-in-line.ts'
import { words } from './words.ts'

type Props = { locale: Locale; lang: string; before: string; after: string }

export { cellsInLine } from './cells-in-line.ts'

/** What tells a change to whom its colour does not, before its words and after them. */
export function redlineLabels(locale: Locale): { added: string; removed: string; end: string } {
  const say = words(locale)
  return {
    added: `[${say('added')}] `,
    removed: `[${say('removed')}] `,
    end: ` [${say('end-of-change')}] `,
  }
}

/** What was removed and added, told by elements and by words, so that nobody needs to see the colour. */
export function Redline({ locale, lang, before, after }: Props) {
  const labels = redlineLabels(locale)
  return (
    <p class="redline" {...inLanguage(lang)}>
      {redline(before, after).map(({ op, text }) => {
        const shown = cellsInLine(text)
        if (op === 'same') return shown
        const Element = op
        return (
          <Element>
            <span class="label" {...inLocale(locale)}>
              {op === 'ins' ? labels.added : labels.removed}
            </span>
            {shown}
            <span class="label" {...inLocale(locale)}>
              {labels.end}
            </span>
          </Element>
        )
      })}
    </p>
  )
}
