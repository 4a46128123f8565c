import type { Report } from '../reports/index.ts'
import { stepTo } from '../reports/index.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { sayPerson } from '../ui/say-person.ts'
import { addressesOf } from './addresses.ts'
import { isContested, isInForce, type Ban } from './ban.ts'
import { sayBan, sayState } from './history.tsx'
import { words } from './words.ts'

type Props = { frame: Frame; report: Report | null; bans: readonly Ban[]; now: Date }

/** Who may not take part in a report, or on the whole site: contested ones first, those in force, those before. */
export function BanListPage({ frame, report, bans, now }: Props) {
  const { locale } = frame
  const say = words(locale)
  const title = say(report ? 'bans-of-report' : 'bans-of-site')
  const waiting = bans.filter(isContested)
  const open = bans.filter((ban) => isInForce(ban, now) && !waiting.includes(ban))
  const past = bans.filter((ban) => !isInForce(ban, now) && !waiting.includes(ban))
  return (
    <Layout frame={frame} title={title}>
      <Breadcrumb
        locale={locale}
        steps={
          report
            ? [stepTo(locale, report)]
            : [{ href: `/${locale}/admin/team`, label: say('administration') }]
        }
      />
      <h1>{title}</h1>
      <p>{say('bans-lead')}</p>
      {waiting.length > 0 && (
        <Bans {...{ frame, now }} id="waiting" title={say('bans-contested')} bans={waiting} />
      )}
      <Bans {...{ frame, now }} id="open" title={say('bans-in-force')} bans={open} />
      {past.length > 0 && (
        <Bans {...{ frame, now }} id="past" title={say('bans-past')} bans={past} />
      )}
    </Layout>
  )
}

type ListProps = Pick<Props, 'frame' | 'bans' | 'now'> & { id: string; title: string }

function Bans({ frame: { locale }, bans, now, id, title }: ListProps) {
  const say = words(locale)
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {bans.length === 0 && <p class="empty">{say('no-bans')}</p>}
      <ul class="team">
        {bans.map((ban) => (
          <li>
            <p class="held">
              <a href={addressesOf(locale, ban.id).here}>
                <bdi>{ban.name}</bdi>
              </a>
            </p>
            <p class="byline">
              {sayBan(locale, ban)} {sayState(locale, ban, now)}{' '}
              {say('set-by', { name: sayPerson(locale, ban.setBy) })}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
