import { sayDateTime, type Locale } from '../platform/messages.ts'
import type { GroupAct } from './group.ts'
import { sayNumbers } from './say-numbers.ts'
import { words } from './words.ts'

type Props = {
  locale: Locale
  acts: readonly GroupAct[]
  /** Where each act can be taken back; null for those who only read. */
  undoing: ((act: number) => string) | null
}

/** All that was done to a group, the newest first; what was taken back says so, and stays. */
export function History({ locale, acts, undoing }: Props) {
  const undone = new Set(acts.flatMap(({ undoes }) => undoes ?? []))
  return (
    <section aria-labelledby="history">
      <h2 id="history" tabindex={-1}>
        {words(locale)('history')}
      </h2>
      <ol class="deeds" reversed>
        {acts.toReversed().map((act) => (
          <Deed {...{ locale, acts, act, undoing }} undone={undone.has(act.id)} />
        ))}
      </ol>
    </section>
  )
}

function Deed({ locale, acts, act, undone, undoing }: Props & { act: GroupAct; undone: boolean }) {
  const say = words(locale)
  const { id, deed, numbers, revision, role } = act
  const taken = acts.find((other) => other.id === act.undoes)
  const key = role === 'editor-in-chief' ? 'editor_in_chief' : role
  return (
    <li value={revision}>
      {say('deed', { deed, count: numbers.length, numbers: sayNumbers(locale, numbers) })}
      {act.words && (
        <>
          {' '}
          <bdi>{say('deed-words', { title: act.words.title })}</bdi>
        </>
      )}
      {taken && ` ${say('deed-undoes', { revision: taken.revision })}`}
      <p class="byline">
        {say('deed-by', { role: key, at: sayDateTime(locale, act.at) })}
        {undone && ` · ${say('undone')}`}
      </p>
      {undoing && !undone && (
        <form method="post" action={undoing(id)}>
          <button class="quiet small" aria-label={say('undo-label', { revision })}>
            {say('undo')}
          </button>
        </form>
      )}
    </li>
  )
}
