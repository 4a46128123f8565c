import { inLanguage, type Locale } from '../platform/messages.ts'
import { redlineLabels } from '../ui/redline.tsx'
import { words } from './words.ts'

type Props = {
  locale: Locale
  /** The report's language. */
  lang: string
  /** The words that the proposal would replace. */
  current: string
  unit: 'row' | 'sentence'
}

/** Room for the redline of what is being typed, which the browser fills in; with no script it stays away. */
export function LiveRedline({ locale, lang, current, unit }: Props) {
  const say = words(locale)
  const { added, removed, end } = redlineLabels(locale)
  return (
    <section
      hidden
      aria-labelledby="live-title"
      data-behaviour="live-redline"
      data-current={current}
      data-unit={unit}
      data-added={added}
      data-removed={removed}
      data-end={end}
      data-said={say('live-redline-said', { added: '{added}', removed: '{removed}' })}
    >
      <h2 id="live-title">{say('live-redline')}</h2>
      <p class="redline" {...inLanguage(lang)} />
      <output class="label" />
    </section>
  )
}
