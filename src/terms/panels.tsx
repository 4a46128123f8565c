import { sayDate } from '../platform/messages.ts'
import type { Panel } from '../request.ts'
import { findConsent, findHolding } from './store.ts'
import { owes } from './terms.ts'
import { words } from './words.ts'

/** In an account: which version of the terms its person accepted, and when. */
export const ownConsent: Panel<{ personId: number }> = async ({ db, locale }, { personId }) => {
  const say = words(locale)
  const consent = await findConsent(db, personId)
  const holding = await findHolding(db)
  const owed = owes(consent?.version ?? null, holding)
  return (
    <section aria-labelledby="own-terms">
      <h2 id="own-terms">{say('terms')}</h2>
      <p>
        {consent
          ? say('accepted-on', {
              version: consent.version,
              date: sayDate(locale, consent.acceptedAt),
            })
          : say('accepted-none')}
      </p>
      {owed && <p class="notice">{say('owes', { version: holding.newest })}</p>}
      <p>
        <a href={`/${locale}/terms`}>{say(owed ? 'read-and-accept' : 'read-them')}</a>
      </p>
    </section>
  )
}
