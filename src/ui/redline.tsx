import { inLanguage, inLocale, type Locale } from '../platform/messages.ts'
import { redline } from '../text/index.ts'
import { words } from './words.ts'

type Props = { locale: Locale; lang: string; before: string; after: string }

/** Cells of a table's row, joined by TAB, as a line of text shows them. */
export function cellsInLine(text: string): string {
  return text.replaceAll('\t', ' | ')
}

/** What was removed and added, told by elements and by words, so that nobody needs to see the colour. */
export function Redline({ locale, lang, before, after }: Props) {
  const say = words(locale)
  return (
    <p class="redline" {...inLanguage(lang)}>
      {redline(before, after).map(({ op, text }) => {
        const shown = cellsInLine(text)
        if (op === 'same') return shown
        const Element = op
        const label = op === 'ins' ? say('added') : say('removed')
        return (
          <Element>
            <span class="label" {...inLocale(locale)}>{`[${label}] `}</span>
            {shown}
            <span class="label" {...inLocale(locale)}>{` [${say('end-of-change')}] `}</span>
          </Element>
        )
      })}
    </p>
  )
}
