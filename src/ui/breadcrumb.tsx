import type { Locale } from '../platform/messages.ts'
import { words } from './words.ts'

/** The way back up; the page itself is not in it. */
export function Breadcrumb({
  locale,
  steps,
}: {
  locale: Locale
  steps: { href: string; label: string; lang?: string }[]
}) {
  return (
    <nav class="breadcrumb" aria-label={words(locale)('breadcrumb')}>
      <ol>
        {steps.map(({ href, label, lang }) => (
          <li>
            <a href={href} lang={lang}>
              {label}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
