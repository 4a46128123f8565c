import { can } from '../permissions.ts'
import type { Panel } from '../request.ts'
import { findDuties } from './find-duties.ts'
import { words } from './words.ts'

/** In an administrator's account: the way to what they keep, and how much waits there. */
export const administrationLink: Panel<{ personId: number }> = async ({
  db,
  locale,
  actor,
  now,
}) => {
  if (!can(actor, 'administration.open', null)) return null
  const say = words(locale)
  const waiting = (await findDuties(db, now)).filter(({ waits }) => waits).length
  return (
    <section aria-labelledby="administration">
      <h2 id="administration">{say('administration')}</h2>
      <p>
        <a href={`/${locale}/admin`}>{say('open')}</a>{' '}
        <span class="fine">{say('lead', { count: waiting })}</span>
      </p>
    </section>
  )
}
