import type { Child } from 'hono/jsx'
import { inLanguage, sayDateTime, type Locale } from '../platform/messages.ts'
import { startOf, type Change, type Report } from '../reports/index.ts'
import { Redline } from '../ui/redline.tsx'
import { addressesOf } from './addresses.ts'
import { CausesView } from './causes-view.tsx'
import type { ChangeFacts } from './pending-changes.ts'
import { words } from './words.ts'

type Props = {
  locale: Locale
  report: Report
  change: Change
  facts: ChangeFacts
  /** Of its heading. */
  level: 2 | 3
  /** What can be done with it. */
  children?: Child
}

/** One change that waits for the next edition: what it did, by whom, and what caused it. */
export function ChangeView({ locale, report, change, facts, level, children }: Props) {
  const title = `change-${change.id}-title`
  const [Heading, Below] = [`h${level}` as const, `h${level === 2 ? 3 : 4}` as const]
  return (
    <article class="change" id={`change-${change.id}`} aria-labelledby={title}>
      <Heading id={title}>
        <span class="operation">{describeOperation(locale, change)}</span>{' '}
        <ChangedBlock locale={locale} report={report} change={change} facts={facts} />
      </Heading>
      <WhatItDid locale={locale} report={report} change={change} facts={facts} />
      <p class="byline">{sayWho(locale, change, facts)}</p>
      {change.byHand && <p {...inLanguage(report.lang)}>{change.byHand.reason}</p>}
      <Below class="minor">{words(locale)('causes')}</Below>
      <CausesView
        locale={locale}
        causes={change.causes}
        credits={facts.credits}
        lang={report.lang}
      />
      {children}
    </article>
  )
}

/** What a change did to its passage, in two words. */
export function describeOperation(
  locale: Locale,
  { operation }: Pick<Change, 'operation'>,
): string {
  return words(locale)('operation', { operation: operation.replaceAll('-', '_') })
}

type PartProps = Pick<Props, 'locale' | 'report' | 'change' | 'facts'>

function ChangedBlock({ locale, report, change, facts }: PartProps) {
  const text = facts.texts.get(change.blockId) ?? (change.after || (change.before ?? ''))
  return (
    <a href={addressesOf(locale, report).block(change.blockId)}>
      <bdi {...inLanguage(report.lang)}>{startOf({ text })}</bdi>
    </a>
  )
}

function WhatItDid({ locale, report, change, facts }: PartProps) {
  const { operation, before, after, follows } = change
  const say = words(locale)
  const placed = operation === 'insert-block' || operation === 'move-block'
  const start = startOf({ text: facts.texts.get(follows ?? '') ?? '' })
  return (
    <>
      {placed && (
        <p class="fine">
          {follows === null ? (
            say('at-the-start')
          ) : (
            <>
              {say('placed-after')} <bdi {...inLanguage(report.lang)}>{start}</bdi>
            </>
          )}
        </p>
      )}
      {operation !== 'move-block' && (
        <Redline locale={locale} lang={report.lang} before={before ?? ''} after={after} />
      )}
    </>
  )
}

function sayWho(locale: Locale, { byHand, changedAt }: Change, { editors }: ChangeFacts): string {
  const say = words(locale)
  const date = sayDateTime(locale, changedAt)
  if (!byHand) return say('changed-at', { date })
  return say('changed-by', { name: editors.get(byHand.personId) ?? '', date })
}
