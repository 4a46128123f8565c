import { placesOf, readBlockOf, unitOf, type ContributionSubject } from '../contributions/index.ts'
import type { Locale } from '../platform/messages.ts'
import type { Change, PlacedBlock } from '../reports/index.ts'
import type { Panel } from '../request.ts'
import { Redline } from '../ui/redline.tsx'
import { changeAddress } from './addresses.ts'
import { listOwnChanges, type OwnChange } from './list-own-changes.ts'
import { words } from './words.ts'

/** What a contribution changed, sentence by sentence, and in which edition; nothing while it changed nothing. */
export const whatItChanged: Panel<ContributionSubject> = async (
  { db, locale },
  { report, contribution },
) => {
  const own = await listOwnChanges(db, contribution.number)
  if (own.length === 0) return null
  const say = words(locale)
  const block = await readBlockOf(db, contribution)
  const undone = own.filter(({ fate }) => fate === 'undone').map(({ change }) => change)
  return (
    <section aria-labelledby="changed-title">
      <h2 id="changed-title">{say('what-it-changed')}</h2>
      {own.map(
        (one) => one.fate !== 'undone' && <OneChange {...{ locale, report, block }} own={one} />,
      )}
      {[...Map.groupBy(undone, ({ editionNumber }) => editionNumber)].map(([number, changes]) => (
        <p>{sayUndone(locale, number, changes.length)}</p>
      ))}
    </section>
  )
}

type OneProps = Pick<ContributionSubject, 'report'> & {
  locale: Locale
  block: PlacedBlock | null
  own: OwnChange
}

function OneChange({ locale, report, block, own: { change, fate, goneSince, toldOf } }: OneProps) {
  const say = words(locale)
  const { editionNumber: number } = change
  return (
    <div class="change">
      <p>
        {fate === 'reworded' ? sayReworded(locale, number) : sayChange(locale, change, block)}{' '}
        {number !== null && (
          <a href={changeAddress(locale, report, number, toldOf)}>
            {say('changes-title', { number })}
          </a>
        )}
      </p>
      {goneSince !== null && (
        <p>
          {say('gone-since', { number: goneSince })}{' '}
          <a href={changeAddress(locale, report, goneSince, change.blockId)}>
            {say('changes-title', { number: goneSince })}
          </a>
        </p>
      )}
      {change.before !== change.after && !change.otherBlock && (
        <Redline
          locale={locale}
          lang={report.lang}
          before={change.before ?? ''}
          after={change.after}
        />
      )}
    </div>
  )
}

function sayReworded(locale: Locale, number: number | null): string {
  return number === null
    ? words(locale)('reworded-since')
    : words(locale)('reworded-before', { number })
}

function sayUndone(locale: Locale, number: number | null, count: number): string {
  return number === null
    ? words(locale)('undone-since', { count })
    : words(locale)('undone-before', { count, number })
}

/** Which sentences of the passage that the contribution is on, or what was done elsewhere. */
function sayChange(locale: Locale, change: Change, block: PlacedBlock | null): string {
  const say = words(locale)
  const { editionNumber, sentencesBefore } = change
  const published = editionNumber === null ? 'no' : 'yes'
  const number = editionNumber ?? 0
  const places = block?.id === change.blockId ? placesOf(block, sentencesBefore) : []
  if (!block || places.length === 0 || change.otherBlock) {
    return say('changed-elsewhere', { did: did[change.operation] ?? 'edited', published, number })
  }
  const where = { unit: unitOf(block), count: places.length, sentences: places.join(', ') }
  return published === 'yes'
    ? say('changed-in-edition', { ...where, number })
    : say('changed-in-working-text', where)
}

const did: Partial<Record<Change['operation'], string>> = {
  'insert-block': 'added',
  'remove-block': 'removed',
  'move-block': 'moved',
  'split-block': 'split',
  'merge-blocks': 'merged',
}
