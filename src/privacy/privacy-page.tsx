import type { Locale } from '../platform/messages.ts'
import type { Periods } from '../platform/periods.ts'
import { DoneNotice } from '../ui/done-notice.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { grounds, purposes, retentions, type Entry, type Purpose } from './entry.ts'
import { register } from './register.ts'
import { words } from './words.ts'

type Props = { frame: Frame; periods: Periods; contact: string; erased: boolean }

const cnil = 'https://www.cnil.fr/fr/plaintes'

/** What is kept of people, why, for how long, and what they can do about it: made from the register. */
export function PrivacyPage({ frame, periods, contact, erased }: Props) {
  const { locale } = frame
  const say = words(locale)
  return (
    <Layout frame={frame} title={say('privacy')}>
      <DoneNotice sentence={erased ? say('erased') : null} />
      <h1>{say('privacy')}</h1>
      <p class="lead">{say('privacy-lead')}</p>
      <Rights locale={locale} periods={periods} contact={contact} />
      <section aria-labelledby="recipients">
        <h2 id="recipients">{say('recipients')}</h2>
        <p>{say('recipients-what')}</p>
        <p>{say('cookie')}</p>
      </section>
      <section aria-labelledby="kept">
        <h2 id="kept">{say('what-is-kept')}</h2>
        {purposes.map((purpose) => (
          <PurposePart locale={locale} periods={periods} purpose={purpose} />
        ))}
        <h3 id="authors">{say('authors-too')}</h3>
        <p>{say('authors-too-what')}</p>
        <p>{say('backups', { days: periods.backups })}</p>
      </section>
    </Layout>
  )
}

function Rights({ locale, periods, contact }: Pick<Props, 'periods' | 'contact'> & Of) {
  const say = words(locale)
  return (
    <section aria-labelledby="rights">
      <h2 id="rights">{say('your-rights')}</h2>
      <ul>
        <li>{say('right-see')}</li>
        <li>{say('right-take')}</li>
        <li>{say('right-erase', { days: periods.erasure })}</li>
        <li>
          {say('right-object')}{' '}
          <a href={`mailto:${contact}`} dir="ltr">
            {contact}
          </a>
        </li>
        <li>
          {say('right-complain')}{' '}
          <a href={cnil} dir="ltr">
            cnil.fr
          </a>
        </li>
      </ul>
      <p>
        <a class="button quiet" href={`/${locale}/account`}>
          {say('to-account')}
        </a>
      </p>
    </section>
  )
}

type Of = { locale: Locale }

/** One purpose: what is kept for it, by what right, and each table's time and end. */
function PurposePart({
  locale,
  periods,
  purpose,
}: Pick<Props, 'periods'> & Of & { purpose: Purpose }) {
  const say = words(locale)
  const tables = Object.entries(register).filter(([, entry]) => entry.purpose === purpose)
  const rights = grounds[purpose].map((ground) => say('ground', { ground: keyOf(ground) }))
  return (
    <section aria-labelledby={purpose} class="purpose">
      <h3 id={purpose}>{say('purpose', { purpose })}</h3>
      <p>{say('purpose-what', { purpose })}</p>
      <p class="fine">
        {say('because-of')} {rights.join(', ')}.
      </p>
      <ul>
        {tables.map(([table, entry]) => (
          <li>
            <strong>{say('table', { table })}</strong>
            <br />
            {say('kept-for', { retention: entry.retention, days: daysOf(entry, periods) })}{' '}
            {say('when-erased', { fate: fateOf(entry) })}
          </li>
        ))}
      </ul>
    </section>
  )
}

function daysOf({ retention }: Entry, periods: Periods): number {
  return retentions[retention].days?.(periods) ?? 0
}

function fateOf({ erasure }: Entry): string {
  return erasure === 'deleted' ? 'deleted' : erasure.why
}

/** As the message files name it: their keys know no hyphen. */
function keyOf(ground: string): string {
  return ground.replaceAll('-', '_')
}
