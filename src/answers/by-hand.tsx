import { isAmendment } from '../contributions/index.ts'
import { inLanguage } from '../platform/messages.ts'
import { startOf } from '../reports/index.ts'
import { addressesOf } from './addresses.ts'
import { amendedAlone } from './answer-fields.tsx'
import type { AnswerProps } from './answer-props.ts'
import { words } from './words.ts'

/** Passages that are offered to be changed by hand, at most: the outline has the rest. */
const offeredByHand = 5

/** What the decision alone does not change can be changed by hand, with these as the reason. */
export function ByHand({ frame, report, group }: AnswerProps) {
  const say = words(frame.locale)
  const placed = group.said.filter(({ now }) => now)
  // Whoever answers amendments alone, with a field for the wording, has what they need.
  const worded = group.together !== null || amendedAlone(group) !== null
  const amended = group.said.every(({ contribution }) => isAmendment(contribution))
  if ((worded && amended) || placed.length === 0) return null
  const byBlock = Map.groupBy(placed, ({ now }) => now?.id ?? '')
  return (
    <section class="also" aria-labelledby="by-hand">
      <h2 id="by-hand">{say('by-hand')}</h2>
      <p class="hint">{say('by-hand-hint')}</p>
      <ul>
        {[...byBlock].slice(0, offeredByHand).map(([blockId, said]) => (
          <li>
            <a
              href={addressesOf(frame.locale, report).textOf(
                blockId,
                said.map(({ contribution }) => contribution.number),
              )}
            >
              {say('change-by-hand')}
            </a>{' '}
            <bdi {...inLanguage(report.lang)}>{startOf(said[0]?.now ?? { text: '' })}</bdi>
          </li>
        ))}
      </ul>
    </section>
  )
}
