import { nameOf, type Contribution } from '../contributions/index.ts'
import { type Report, stepTo } from '../reports/index.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { DoneNotice } from '../ui/done-notice.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import type { Appeal } from './appeal.ts'
import { AppealStatus } from './appeal-status.tsx'
import { statementOf, type Reasons } from './statement.ts'
import { words } from './words.ts'

/** What its author did just before. */
export const doneOnStatement = ['contested', 'appeal-withdrawn', 'appeal-decided'] as const

type Props = {
  frame: Frame
  report: Report
  contribution: Contribution
  reasons: Reasons
  /** Its id. */
  decision: number
  /** Whether the reader may read it, which waits perhaps. */
  readable: boolean
  /** For its author: whether they can contest it. */
  contestable: boolean
  /** For its author: the newest against it. */
  appeal: Appeal | undefined
  /** Until when a decision on the appeal is promised. */
  until: Date
  done: (typeof doneOnStatement)[number] | null
}

/** Why moderation decided so, for whoever wrote what it decided on. */
export function StatementPage(props: Props) {
  const { frame, report, contribution, reasons, readable, contestable, appeal, until, done } = props
  const { locale } = frame
  const say = words(locale)
  const here = `/${locale}/contributions/${contribution.number}`
  const { ground } = reasons.decision
  const contest = `${here}/decisions/${props.decision}/appeal`
  return (
    <Layout frame={frame} title={say('st-title')}>
      <Breadcrumb
        locale={locale}
        steps={[
          stepTo(locale, report),
          ...(readable ? [{ href: here, label: nameOf(locale, contribution) }] : []),
        ]}
      />
      <DoneNotice sentence={done && say(`done-${done}`)} />
      <h1>{say('st-title')}</h1>
      <p>{say('st-lead')}</p>
      <dl class="facts statement">
        {statementOf(locale, reasons).map(({ term, text }) => (
          <div>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {appeal && <AppealStatus {...{ locale, appeal, until }} action={`${contest}/withdrawal`} />}
      <p class="actions">
        {contestable && (
          <a class="button" href={contest}>
            {say('contest')}
          </a>
        )}
        {readable && (
          <a class={contestable ? 'button quiet' : 'button'} href={here}>
            {say('st-see')}
          </a>
        )}
        {ground && 'rule' in ground && (
          <a href={`/${locale}/charter/versions/${ground.version}#rule-${ground.rule}`}>
            {say('st-charter')}
          </a>
        )}
      </p>
    </Layout>
  )
}
