import { inLanguage, inLocale, type Locale } from '../platform/messages.ts'
import { redline } from '../text/index.ts'
import { words } from './words.ts'

type Props = { locale: Locale; lang: string; before: string; after: string }

/** What was removed and added, told by elements and by words, so that nobody needs to see the colour. */
export function Redline({ locale, lang, before, after }: Props) {
  const say = words(locale)
  return (
    <p class="redline" {...inLanguage(lang)}>
      {redline(before, after).map(({ op, text }) => {
        if (op === 'same') return text
        const Element = op
        const label = op === 'ins' ? say('added') : say('removed')
        return (
          <Element>
            <span class="label" {...inLocale(locale)}>{`[${label}] `}</span>
            {text}
            <span class="label" {...inLocale(locale)}>{` [${say('end-of-change')}] `}</span>
          </Element>
        )
      })}
    </p>
  )
}
