import type { Locale } from '../platform/messages.ts'
import { isHeading, type ParsedBlock } from '../text/index.ts'
import { startOf } from './start-of.ts'
import { words } from './words.ts'

/** Where blocks stand: under which heading, and after which block of it; null where there is none. */
export type Place = { under: string | null; after: string | null }

/** Where the block of that index stands. */
export function placeIn(blocks: readonly ParsedBlock[], index: number): Place {
  const block = blocks[index]
  const level = block && isHeading(block) ? block.level : Infinity
  const heading = blocks.findLastIndex(
    (one, at) => at < index && isHeading(one) && one.level < level,
  )
  const before = index - 1 > heading ? blocks[index - 1] : undefined
  // After a chapter is after its heading, whatever its last words are.
  const sibling = level === Infinity ? before : findSibling(blocks, { from: heading, index, level })
  return { under: blocks[heading]?.text ?? null, after: sibling?.text ?? null }
}

type Between = { from: number; index: number; level: number }

function findSibling(blocks: readonly ParsedBlock[], { from, index, level }: Between) {
  return blocks.slice(from + 1, index).findLast((one) => isHeading(one) && one.level === level)
}

type Props = { locale: Locale; from: Place; to: Place }

/** From where to where a passage moved. */
export function PlaceNote({ locale, from, to }: Props) {
  const say = words(locale)
  return (
    <dl class="place">
      <div>
        <dt>{say('moved-from')}</dt>{' '}
        <dd>
          <PlaceWords locale={locale} place={from} />
        </dd>
      </div>
      <div>
        <dt>{say('moved-to')}</dt>{' '}
        <dd>
          <PlaceWords locale={locale} place={to} />
        </dd>
      </div>
    </dl>
  )
}

type WordsProps = { locale: Locale; place: Place }

function PlaceWords({ locale, place: { under, after } }: WordsProps) {
  const say = words(locale)
  const said = [
    under === null ? [] : say('place-under', { name: startOf({ text: under }) }),
    after === null ? [] : say('place-after', { name: startOf({ text: after }) }),
    after === null ? say(under === null ? 'place-top' : 'place-first') : [],
  ].flat()
  return <>{said.join(', ')}</>
}
