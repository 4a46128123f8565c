import type { Child } from 'hono/jsx'
import { Byline, nameOf } from '../contributions/index.ts'
import type { Locale } from '../platform/messages.ts'
import type { Report } from '../reports/index.ts'
import { Redline } from '../ui/redline.tsx'
import { addressesOf } from './addresses.ts'
import type { AnswerProps } from './answer-props.ts'
import type { ProposedWording, Rivals } from './gather-rivals.ts'
import { sayDecision } from './say-decision.ts'
import { words } from './words.ts'

type Proposed = ProposedWording['proposed'][number]

type Props = {
  locale: Locale
  report: Report
  rivals: Rivals
  /** The edition that is read: of those that were written of another it is said. */
  edition?: number | undefined
  /** What can be done with one of them. */
  actionOf?: (proposed: Proposed) => Child
}

/** Amendments that rewrite the same sentences, each as its redline; in columns where there is room. */
export function RivalsView({ locale, report, rivals, edition, actionOf }: Props) {
  const { unit, places, wordings } = rivals
  return (
    <figure class="rivals">
      <figcaption>
        {words(locale)('rival-wordings', {
          unit,
          count: places.length,
          places: places.join(', '),
          wordings: wordings.length,
        })}
      </figcaption>
      <ul>
        {wordings.map(({ before, after, proposed }) => (
          <li>
            <Redline locale={locale} lang={report.lang} before={before} after={after} />
            {proposed.map((one) => (
              <Proposer locale={locale} edition={edition} one={one} action={actionOf?.(one)} />
            ))}
          </li>
        ))}
      </ul>
    </figure>
  )
}

type ProposerProps = Pick<Props, 'locale' | 'edition'> & { one: Proposed; action: Child }

/** By whom, how supported, and what the editors decided. */
function Proposer({ locale, edition, one, action }: ProposerProps) {
  const say = words(locale)
  const { contribution, supports, decision } = one
  return (
    <div class="proposer">
      <a href={`/${locale}/contributions/${contribution.number}`}>{nameOf(locale, contribution)}</a>{' '}
      {decision && (
        <span class={`decided ${decision}`}>{sayDecision(locale, decision, [contribution])}</span>
      )}
      <p class="byline">
        <Byline contribution={contribution} locale={locale} />
        {supports > 0 && ` · ${say('supports', { count: supports })}`}
        {!decision && ` · ${say('waits')}`}
        {edition !== undefined &&
          edition !== contribution.editionNumber &&
          ` · ${say('of-edition', { edition: contribution.editionNumber ?? 0 })}`}
      </p>
      {action}
    </div>
  )
}

/** Those among which an answer chooses; each that is not yet in the group can be taken into it. */
export function RivalsToAnswer({ frame, report, group, form }: AnswerProps) {
  if (group.rivals.length === 0) return null
  const { locale } = frame
  const say = words(locale)
  const numbers = group.said.map(({ contribution }) => contribution.number)
  const { answering } = addressesOf(locale, report)
  const add = ({ contribution }: Proposed) =>
    numbers.includes(contribution.number) ? null : (
      <p class="fine">
        <a href={answering([...numbers, contribution.number], { back: form.back })}>
          {say('answer-also', { what: nameOf(locale, contribution) })}
        </a>
      </p>
    )
  return (
    <section aria-labelledby="rivals">
      <h2 id="rivals">{say('rivals-title')}</h2>
      <p class="hint">{say('rivals-hint')}</p>
      {group.rivals.map((rivals) => (
        <RivalsView locale={locale} report={report} rivals={rivals} actionOf={add} />
      ))}
    </section>
  )
}
