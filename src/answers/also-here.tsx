import { nameOf, type Contribution } from '../contributions/index.ts'
import { addressesOf } from './addresses.ts'
import type { AnswerProps } from './answer-props.ts'
import { ExcerptView } from './excerpt-view.tsx'
import { isAmong } from './gather-rivals.ts'
import { words } from './words.ts'

/** At once; the rest is opened, so that the decision stays near what is decided on. */
const shown = 3

/** Others that wait on the same passages: each link takes one more into the group. */
export function AlsoOnThese(props: AnswerProps) {
  const { frame, group } = props
  // Rivals stand side by side, with a link of their own.
  const others = group.others.filter(
    ({ number }) => !group.rivals.some((rivals) => isAmong(rivals, number)),
  )
  // What is answered as a whole has its own contributions.
  if (others.length === 0 || props.about) return null
  const say = words(frame.locale)
  const more = others.slice(shown)
  return (
    <section class="also" aria-labelledby="also">
      <h2 id="also">{say('also-here')}</h2>
      <p class="hint">{say('also-here-hint')}</p>
      <Others {...props} others={others.slice(0, shown)} />
      {more.length > 0 && (
        <details>
          <summary>{say('also-more', { count: more.length })}</summary>
          <Others {...props} others={more} />
        </details>
      )}
    </section>
  )
}

type OthersProps = AnswerProps & { others: readonly Contribution[] }

function Others({ frame, report, group, form, others }: OthersProps) {
  const { locale } = frame
  const numbers = group.said.map(({ contribution }) => contribution.number)
  const { answering } = addressesOf(locale, report)
  return (
    <ul class="contributions">
      {others.map((other) => (
        <li>
          <a href={answering([...numbers, other.number], { back: form.back })}>
            {words(locale)('answer-also', { what: nameOf(locale, other) })}
          </a>
          <ExcerptView locale={locale} report={report} contribution={other} />
        </li>
      ))}
    </ul>
  )
}
