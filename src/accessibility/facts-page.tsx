import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { ChangedSince } from '../ui/changed-since.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import type { Audit, AuditProblem, TypedAudit } from './audit.ts'
import { FactsForm, summariseAudit } from './facts-form.tsx'
import { words } from './words.ts'

type Props = {
  frame: Frame
  /** The one that is changed, with the mark of what was read; else the key of the form that begins one. */
  known: { audit: Audit; read: string } | { key: string }
  typed: TypedAudit
  problems: readonly AuditProblem[]
}

/** When, who, how, and which pages: of an audit that begins, or anew of one that is being entered. */
export function FactsPage({ frame, known, typed, problems }: Props) {
  const { locale } = frame
  const say = words(locale)
  const begins = 'key' in known
  const title = say(begins ? 'new-audit' : 'change-facts')
  const keeping = `/${locale}/admin/accessibility`
  const audit = begins ? null : `${keeping}/audits/${known.audit.id}`
  return (
    <Layout frame={frame} title={problems.length > 0 ? say('refused-title', { title }) : title}>
      <Breadcrumb
        locale={locale}
        steps={[
          { href: keeping, label: say('keeping') },
          ...(audit ? [{ href: audit, label: say('back-to-audit') }] : []),
        ]}
      />
      <ErrorSummary locale={locale} problems={summariseAudit(locale, problems)} />
      <h1>{title}</h1>
      {audit && problems.some(({ code }) => code === 'changed-since') && (
        <ChangedSince locale={locale} href={`${audit}/facts`} by={null} />
      )}
      <FactsForm
        locale={locale}
        address={audit ? `${audit}/facts` : `${keeping}/audits`}
        hidden={begins ? { name: 'key', value: known.key } : { name: 'read', value: known.read }}
        typed={typed}
        problems={problems}
        button={say(begins ? 'begin-button' : 'save')}
      />
    </Layout>
  )
}
