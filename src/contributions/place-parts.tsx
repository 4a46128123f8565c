import { inLanguage, type Locale } from '../platform/messages.ts'
import { stepTo, startOf } from '../reports/index.ts'
import { cellsInLine } from '../ui/redline.tsx'
import { keyOf, type Contribution } from './contribution.ts'
import type { Place } from './find-place.ts'
import { words } from './words.ts'

/** What a contribution is called in a sentence: its kind and number. */
export function nameOf(
  locale: Locale,
  { kind, number }: Pick<Contribution, 'kind' | 'number'>,
): string {
  return words(locale)('kind-number', { kind: keyOf(kind), number })
}

/** What is spoken of, in a few words for a page's title. */
export function titleOfPlace(locale: Locale, { report, block, replyTo }: Place): string {
  if (replyTo) return nameOf(locale, replyTo)
  return block ? startOf(block) : report.title
}

/** The way back to what is spoken of. */
export function stepsOf(locale: Locale, { report, block, replyTo }: Place) {
  const here = `/${locale}/reports/${report.slug}`
  const { lang } = report
  return [
    stepTo(locale, report),
    ...(block ? [{ href: `${here}/passages/${block.id}`, label: startOf(block), lang }] : []),
    ...(replyTo
      ? [{ href: `/${locale}/contributions/${replyTo.number}`, label: nameOf(locale, replyTo) }]
      : []),
  ]
}

/** What is spoken of, above the form: one writes better with it in view. */
export function SpokenOf({ locale, place }: { locale: Locale; place: Place }) {
  const say = words(locale)
  const { report, block, replyTo } = place
  if (replyTo) {
    const { lang, content, state } = replyTo
    return (
      <figure class="spoken-of">
        <figcaption>{say('in-reply-to', { what: nameOf(locale, replyTo) })}</figcaption>
        {state === 'published' ? (
          <blockquote lang={lang} dir="auto">
            <p>{startOf({ text: content.title ?? content.body })}</p>
          </blockquote>
        ) : (
          <p class="empty">{say(`now-${state}`)}</p>
        )}
      </figure>
    )
  }
  if (!block) return <p class="lead">{say('on-whole-report')}</p>
  return (
    <figure class="spoken-of">
      <figcaption>{say('on-passage-below')}</figcaption>
      <blockquote {...inLanguage(report.lang)}>
        <p>{cellsInLine(block.text)}</p>
      </blockquote>
    </figure>
  )
}
