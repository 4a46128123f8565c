import type { Locale } from '../platform/messages.ts'
import { words } from './words.ts'

type Props = {
  locale: Locale
  /** Null at the first, and at the last. */
  before: string | null
  after: string | null
  list: string
}

/** From one change to the next, and back to the list of them. */
export function ChangeSteps({ locale, before, after, list }: Props) {
  const say = words(locale)
  const steps = [
    { href: before, sign: '↑', label: say('change-before') },
    { href: after, sign: '↓', label: say('change-after') },
    { href: list, sign: '≡', label: say('to-list') },
  ]
  return (
    <p class="steps">
      {steps.map(
        ({ href, sign, label }) =>
          href !== null && (
            <a href={href} aria-label={label} title={label}>
              {sign}
            </a>
          ),
      )}
    </p>
  )
}
