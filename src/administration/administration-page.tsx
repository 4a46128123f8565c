import { sayDate, type Locale } from '../platform/messages.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import type { Duty } from './duty.ts'
import { words } from './words.ts'

type Props = { frame: Frame; duties: readonly Duty[] }

/** Everything that is kept for the whole site, and how it stands. */
export function AdministrationPage({ frame, duties }: Props) {
  const { locale } = frame
  const say = words(locale)
  const title = say('administration')
  return (
    <Layout frame={frame} title={title}>
      <Breadcrumb locale={locale} steps={[{ href: `/${locale}/account`, label: say('account') }]} />
      <h1>{title}</h1>
      <p>{say('lead', { count: duties.filter(({ waits }) => waits).length })}</p>
      <ul class="own-things duties">
        {duties.map((duty) => (
          <li class={duty.waits ? 'waits' : undefined}>
            <span class="thing">
              <a href={`/${locale}/${addresses[duty.name]}`}>{say('duty', { duty: duty.name })}</a>
              <span class="fine">{sayState(locale, duty)}</span>
            </span>
            {duty.waits && <span class="this">{say('waits')}</span>}
          </li>
        ))}
      </ul>
    </Layout>
  )
}

const addresses: Record<Duty['name'], string> = {
  'legal-notice': 'admin/legal-notice',
  terms: 'admin/terms',
  charter: 'workshop/charter',
  accessibility: 'admin/accessibility',
  erasures: 'admin/erasures',
  bans: 'admin/bans',
  invitations: 'admin/team',
}

function sayState(locale: Locale, duty: Duty): string {
  const say = words(locale)
  switch (duty.name) {
    case 'charter':
    case 'terms': {
      const { waits, version, keptAt } = duty
      return waits
        ? say('as-delivered')
        : say('version', { version, date: sayDate(locale, keptAt) })
    }
    case 'accessibility':
      return duty.audited ? say('declared', { conformity: duty.conformity }) : say('no-audit')
    case 'bans':
      return say('bans', { count: duty.count, contested: duty.contested })
    default:
      return say(duty.name, { count: duty.count })
  }
}
