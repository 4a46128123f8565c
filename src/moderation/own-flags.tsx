import type { Db } from '../platform/db/connect.ts'
import { sayDate, type Locale } from '../platform/messages.ts'
import type { Panel } from '../request.ts'
import type { Flag, Verdict } from './flag.ts'
import { findVerdict, listFlagsOf } from './flag-store.ts'
import { words } from './words.ts'

/** Flags that are listed in an account, the newest: who flags more finds the others by their mails. */
const listed = 100

/** In somebody's account: what they flagged and what became of it, as long as it is kept who flagged. */
export const ownFlags: Panel<{ personId: number }> = async ({ db, locale }, { personId }) => {
  const flags = await listFlagsOf(db, personId, listed)
  if (flags.length === 0) return null
  const say = words(locale)
  const verdicts = await Promise.all(flags.map((flag) => verdictOn(db, flag)))
  return (
    <section aria-labelledby="own-flags">
      <h2 id="own-flags">{say('own-flags')}</h2>
      <ul class="own-things">
        {flags.map((flag, index) => (
          <OwnFlag {...{ locale, flag }} verdict={verdicts[index]} />
        ))}
      </ul>
    </section>
  )
}

async function verdictOn(db: Db, { verdictId }: Flag): Promise<Verdict | undefined> {
  return verdictId === null ? undefined : findVerdict(db, verdictId)
}

type Props = { locale: Locale; flag: Flag; verdict: Verdict | undefined }

/** A button, not a link: what leads to the page of a flag is made anew, as the one that was mailed is kept nowhere. */
function OwnFlag({ locale, flag, verdict }: Props) {
  const say = words(locale)
  const { reference, contributionNumber: number, receivedAt } = flag
  return (
    <li>
      <span class="thing">
        <a href={`/${locale}/contributions/${number}`}>{say('follow-contribution', { number })}</a>
        <span class="fine">
          {say('own-flag-status', {
            date: sayDate(locale, receivedAt),
            outcome: verdict?.outcome ?? 'waiting',
          })}
        </span>
      </span>
      <form method="post" action={`/${locale}/account/flags`}>
        <input type="hidden" name="reference" value={reference} />
        <button
          class="quiet small"
          type="submit"
          aria-label={say('follow-own-flag-of', { number, reference })}
        >
          {say('follow-own-flag')}
        </button>
      </form>
    </li>
  )
}
