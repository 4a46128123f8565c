import { sayDate, type Locale } from '../platform/messages.ts'
import { lastDay } from '../roles/index.ts'
import { KeptWords } from '../ui/kept-words.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { addressesOf } from './addresses.ts'
import type { Ban } from './ban.ts'
import { sayRule, sayWhere } from './statement.ts'
import type { findReasons } from './find-reasons.ts'
import { words } from './words.ts'

type Reasons = Awaited<ReturnType<typeof findReasons>>
type Props = { frame: Frame; reasons: Reasons; typed: readonly string[] }

/** For whoever is banned, in place of what they asked for: until when and why, how to contest it, and what they typed. */
export function BannedPage({ frame, reasons, typed }: Props) {
  const { locale } = frame
  const { ban, title, charter } = reasons
  const say = words(locale)
  return (
    <Layout frame={frame} title={say('banned-title')}>
      <h1>{say('banned-title')}</h1>
      <p class="notice waiting">{sayUntil(locale, ban, title)}</p>
      <p>{sayRule(locale, ban, charter)}</p>
      <p>{say('banned-still')}</p>
      <p class="actions">
        <a class="button" href={addressesOf(locale, ban.id).own}>
          {say('banned-why')}
        </a>
      </p>
      <KeptWords locale={locale} typed={typed} />
    </Layout>
  )
}

/** Where and until when, to whoever is banned. */
export function sayUntil(locale: Locale, { until }: Pick<Ban, 'until'>, title: string | null) {
  return words(locale)('banned-until', {
    where: sayWhere(locale, title),
    until: sayDate(locale, lastDay(until)),
  })
}
