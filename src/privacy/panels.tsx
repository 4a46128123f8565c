import { can } from '../permissions.ts'
import { sayDate } from '../platform/messages.ts'
import type { Panel } from '../request.ts'
import { addressesOf } from './addresses.ts'
import { findErasure } from './store.ts'
import { words } from './words.ts'

/** In somebody's account, first of all: that it is to be erased, where it is. */
export const erasureNotice: Panel<{ personId: number }> = async ({ db, locale }, { personId }) => {
  const waiting = await findErasure(db, personId)
  if (!waiting) return null
  const say = words(locale)
  if (waiting.askedBy === null) return <p class="notice">{say('erasure-planned-idle')}</p>
  return (
    <p class="notice refused">
      {waiting.hinderedAt === null
        ? say('erasure-planned', { date: sayDate(locale, waiting.dueAt) })
        : say('erasure-hindered', { date: sayDate(locale, waiting.dueAt) })}{' '}
      <a href={addressesOf(locale).erasure}>{say('erasure-see')}</a>
    </p>
  )
}

/** In somebody's account: their data to take away, and the way out. */
export const ownData: Panel<{ personId: number }> = async ({ locale, actor }) => {
  const say = words(locale)
  const there = addressesOf(locale)
  return (
    <section aria-labelledby="own-data">
      <h2 id="own-data">{say('own-data')}</h2>
      <p>{say('own-data-what')}</p>
      <ul>
        <li>
          <a href={there.data}>{say('take-away')}</a>
          <br />
          <span class="fine">{say('take-away-time')}</span>
        </li>
        <li>
          <a href={there.erasure}>{say('erase-account')}</a>
        </li>
        <li>
          <a href={there.privacy}>{say('how-kept')}</a>
        </li>
        {can(actor, 'person.erase', null) && (
          <li>
            <a href={there.requests}>{say('answer-requests')}</a>
          </li>
        )}
      </ul>
    </section>
  )
}
