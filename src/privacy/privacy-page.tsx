import { languageTags, type Locale } from '../platform/messages.ts'
import type { Periods } from '../platform/periods.ts'
import { DoneNotice } from '../ui/done-notice.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { grounds, purposes, retentions, type Entry, type Purpose, type Retention } from './entry.ts'
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

/** One purpose: what is kept for it, by what right, until when, and what an erasure does to it. */
function PurposePart({ locale, periods, purpose }: PurposeProps) {
  const say = words(locale)
  const rights = grounds[purpose].map((ground) => say('ground', { ground: keyOf(ground) }))
  const lists = new Intl.ListFormat(languageTags[locale])
  return (
    <section aria-labelledby={purpose}>
      <h3 id={purpose}>{say('purpose', { purpose })}</h3>
      <p>{say('purpose-what', { purpose })}</p>
      <p class="fine">
        {say('because-of')} {rights.join(', ')}.
      </p>
      <ul>
        {groupAlike(purpose).map(({ tables, retention, fate }) => (
          <li>
            <strong>{lists.format(tables.map((table) => say('table', { table })))}</strong>
            <br />
            {say('kept-for', { retention, time: sayTime(locale, retention, periods) })}{' '}
            {say('when-erased', { fate })}
          </li>
        ))}
      </ul>
    </section>
  )
}

type PurposeProps = Pick<Props, 'periods'> & Of & { purpose: Purpose }

type Alike = { tables: string[]; retention: Retention; fate: string }

/** The tables of a purpose, those together that are kept as long and end in the same way. */
function groupAlike(purpose: Purpose): Alike[] {
  const entries = Object.entries(register).filter(([, entry]) => entry.purpose === purpose)
  const groups = Map.groupBy(entries, ([, entry]) => `${entry.retention} ${fateOf(entry)}`)
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (!first) return []
    const { retention } = first[1]
    return { tables: group.map(([table]) => table), retention, fate: fateOf(first[1]) }
  })
}

/** «3 ans» rather than «1 095 jours». */
function sayTime(locale: Locale, retention: Retention, periods: Periods): string {
  const days = retentions[retention].days?.(periods) ?? 0
  const inYears = days > 0 && days % 365 === 0
  return inYears
    ? words(locale)('some-years', { count: days / 365 })
    : words(locale)('some-days', { count: days })
}

function fateOf({ erasure }: Entry): string {
  return erasure === 'deleted' ? 'deleted' : erasure.why
}

/** As the message files name it: their keys know no hyphen. */
function keyOf(ground: string): string {
  return ground.replaceAll('-', '_')
}
