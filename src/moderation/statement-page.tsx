import { nameOf, type Contribution } from '../contributions/index.ts'
import { type Report, stepTo } from '../reports/index.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { statementOf, type Reasons } from './statement.ts'
import { words } from './words.ts'

type Props = { frame: Frame; report: Report; contribution: Contribution; reasons: Reasons }

/** Why moderation decided so, for whoever wrote what it decided on. */
export function StatementPage({ frame, report, contribution, reasons }: Props) {
  const { locale } = frame
  const say = words(locale)
  const here = `/${locale}/contributions/${contribution.number}`
  const { ground } = reasons.decision
  return (
    <Layout frame={frame} title={say('st-title')}>
      <Breadcrumb
        locale={locale}
        steps={[stepTo(locale, report), { href: here, label: nameOf(locale, contribution) }]}
      />
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
      <p class="actions">
        <a class="button" href={here}>
          {say('st-see')}
        </a>
        {ground && 'rule' in ground && (
          <a href={`/${locale}/charter/versions/${ground.version}#rule-${ground.rule}`}>
            {say('st-charter')}
          </a>
        )}
      </p>
    </Layout>
  )
}
