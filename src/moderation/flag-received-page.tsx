import { nameOf, type Contribution } from '../contributions/index.ts'
import { type Report, stepTo } from '../reports/index.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { words } from './words.ts'

type Props = {
  frame: Frame
  report: Report
  contribution: Contribution
  reference: string
  /** To the address that whoever flagged gave a link is mailed, now or once somebody has read it; null: there is none. */
  mail: 'sent' | 'later' | null
  /** Within how many days a moderator has promised to decide. */
  days: number
}

/** What somebody flagged was received; the same whether or not it was before. */
export function FlagReceivedPage(props: Props) {
  const { frame, report, contribution, reference, mail, days } = props
  const { locale } = frame
  const say = words(locale)
  const here = `/${locale}/contributions/${contribution.number}`
  return (
    <Layout frame={frame} title={say('flag-received-title')}>
      <Breadcrumb
        locale={locale}
        steps={[stepTo(locale, report), { href: here, label: nameOf(locale, contribution) }]}
      />
      <h1>{say('flag-received-title')}</h1>
      <output class="notice">{say('flag-received', { reference, mail: mail ?? 'none' })}</output>
      <p>{say('flag-received-next', { days })}</p>
      <p>
        <a class="button quiet" href={here}>
          {say('flag-back')}
        </a>
      </p>
    </Layout>
  )
}
