import type { Panel } from '../request.ts'
import { addressesOf, organisationsAt } from './addresses.ts'
import { listOwn } from './member-store.ts'
import { VerifiedMark } from './verified-mark.tsx'
import { words } from './words.ts'

/** In an account: the organisations that one is of or asks to be of. */
export const ownOrganisations: Panel<{ personId: number }> = async (viewing, { personId }) => {
  const { db, locale, now } = viewing
  const own = await listOwn(db, personId, now)
  const say = words(locale)
  return (
    <section aria-labelledby="own-organisations">
      <h2 id="own-organisations">{say('own-organisations')}</h2>
      {own.length === 0 && <p class="empty">{say('none-of-own')}</p>}
      {own.length > 0 && (
        <ul class="organisations">
          {own.map((one) => (
            <li>
              <a href={addressesOf(locale, one).page}>
                <bdi>{one.name}</bdi>
              </a>{' '}
              <VerifiedMark locale={locale} verified={one.verified} />
              <p class="byline">
                {say(one.since === null ? 'own-asking' : one.leads ? 'own-lead' : 'own-member')}
              </p>
            </li>
          ))}
        </ul>
      )}
      <p>
        <a href={organisationsAt(locale).list}>{say('all-organisations')}</a>
      </p>
    </section>
  )
}
