import { sayDate } from '../platform/messages.ts'
import { DoneNotice } from '../ui/done-notice.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { FormField } from '../ui/form-field.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { addressesOf } from './addresses.ts'
import type { WaitingErasure } from './store.ts'
import { words } from './words.ts'

export const requestsDone = ['erasure-asked', 'erased-for', 'called-off'] as const

type Props = {
  frame: Frame
  waiting: readonly WaitingErasure[]
  who: string
  found: boolean
  done: (typeof requestsDone)[number] | null
}

/** Where an administrator finds whoever asked to be erased, and sees which erasures wait. */
export function RequestsPage({ frame, waiting, who, found, done }: Props) {
  const { locale } = frame
  const say = words(locale)
  const title = say('requests-title')
  const problem = found ? undefined : say('nobody-found')
  return (
    <Layout frame={frame} title={found ? title : say('refused-title', { title })}>
      <ErrorSummary
        locale={locale}
        problems={problem === undefined ? [] : [{ field: 'who', sentence: problem }]}
      />
      <h1>{title}</h1>
      <DoneNotice sentence={done && say(done)} />
      <p>{say('requests-lead')}</p>
      <form method="post" action={addressesOf(locale).requests} class="stacked">
        <FormField id="who" label={say('who')} problem={problem}>
          {(described) => (
            <input
              {...described}
              type="text"
              name="who"
              value={who}
              autocomplete="off"
              maxlength={254}
              dir="ltr"
              required
            />
          )}
        </FormField>
        <div class="actions">
          <button type="submit">{say('find')}</button>
        </div>
      </form>
      <section aria-labelledby="waiting">
        <h2 id="waiting">{say('requests-waiting')}</h2>
        {waiting.length === 0 && <p class="empty">{say('nothing-waits')}</p>}
        <ul>
          {waiting.map(({ name, pseudonym, dueAt, hinderedAt }) => (
            <li>
              <a href={addressesOf(locale).erasureOf(pseudonym)}>
                <bdi>{name}</bdi>
              </a>{' '}
              <span class="fine">({pseudonym})</span> ·{' '}
              {say(hinderedAt === null ? 'waits-until' : 'waits-late', {
                date: sayDate(locale, dueAt),
              })}
            </li>
          ))}
        </ul>
      </section>
    </Layout>
  )
}
