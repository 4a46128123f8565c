import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Layout, type Conformity, type Frame } from '../ui/layout.tsx'
import type { Audit } from './audit.ts'
import { rateOf, type Counted } from './conformity.ts'
import type { Hindrance } from './publish-audit.ts'
import { sayDay } from './say.ts'
import { words } from './words.ts'

type Named = Pick<Audit, 'auditedOn' | 'auditor'>

type PublicationProps = {
  frame: Frame
  audit: Audit
  counted: Counted
  /** What the site would declare from then on, and whether that is so because the audit is too old. */
  conformity: Conformity
  over: boolean
  /** The audit that the declaration rests on now; null where it rests on none. */
  standing: Named | null
  hindrance: Hindrance | null
  /** The hash of what is shown. */
  read: string
  /** What was shown before is no longer what would be published. */
  changed: boolean
}

/** What is about to be published, for good: said before it is asked for. */
export function PublicationPage(props: PublicationProps) {
  const { frame, audit, hindrance, read, changed } = props
  const { locale } = frame
  const say = words(locale)
  const title = say('publish')
  const address = `/${locale}/admin/accessibility/audits/${audit.id}`
  return (
    <Layout frame={frame} title={changed ? say('refused-title', { title }) : title}>
      <Steps frame={frame} audit={audit} />
      <ErrorSummary
        locale={locale}
        problems={changed ? [{ field: 'publish', sentence: say('publish-changed') }] : []}
      />
      <h1>{title}</h1>
      <Published {...props} />
      {hindrance ? (
        <p class="notice" id="publish">
          {say(hindrance)} <a href={address}>{say('back-to-audit')}</a>
        </p>
      ) : (
        <form method="post" action={`${address}/publication`} class="stacked" id="publish">
          <input type="hidden" name="read" value={read} />
          <p>{say('publish-note')}</p>
          <p class="actions">
            <button type="submit">{say('publish')}</button>
            <a href={address}>{say('not-now')}</a>
          </p>
        </form>
      )}
    </Layout>
  )
}

function Published({
  frame,
  audit,
  counted,
  conformity,
  over,
  standing,
  hindrance,
}: PublicationProps) {
  const { locale } = frame
  const say = words(locale)
  const { auditedOn, auditor, reference, pages } = audit
  return (
    <>
      <dl class="facts statement">
        <div>
          <dt>{say('facts')}</dt>
          <dd>{say('audit-of', { date: sayDay(locale, auditedOn), auditor })}</dd>
        </div>
        <div>
          <dt>{say('reference')}</dt>
          <dd>{reference}</dd>
        </div>
        <div>
          <dt>{say('pages-audited')}</dt>
          <dd>{pages.map(({ title }) => title).join(' · ')}</dd>
        </div>
        {counted.applicable > 0 && (
          <div>
            <dt>{say('rate')}</dt>
            <dd>{say('rate-is', { rate: rateOf(counted), ...counted })}</dd>
          </div>
        )}
        {!hindrance && (
          <div>
            <dt>{say('would-declare')}</dt>
            <dd>
              {say('state', { conformity })}
              {over && <> {say('would-be-over')}</>}
            </dd>
          </div>
        )}
      </dl>
      {standing && (
        <p>{say('would-replace', { ...standing, date: sayDay(locale, standing.auditedOn) })}</p>
      )}
    </>
  )
}

function Steps({ frame: { locale }, audit }: { frame: Frame; audit: Audit }) {
  const say = words(locale)
  const keeping = `/${locale}/admin/accessibility`
  return (
    <Breadcrumb
      locale={locale}
      steps={[
        { href: keeping, label: say('keeping') },
        { href: `${keeping}/audits/${audit.id}`, label: say('back-to-audit') },
      ]}
    />
  )
}

type RemovalProps = { frame: Frame; audit: Audit; findings: number }

/** What is about to be thrown away. */
export function RemovalPage({ frame, audit, findings }: RemovalProps) {
  const { locale } = frame
  const say = words(locale)
  const { id, auditedOn, auditor, pages } = audit
  const address = `/${locale}/admin/accessibility/audits/${id}`
  return (
    <Layout frame={frame} title={say('remove')}>
      <Steps frame={frame} audit={audit} />
      <h1>{say('remove')}</h1>
      <p>{say('audit-of', { date: sayDay(locale, auditedOn), auditor })}</p>
      <p>{say('remove-note', { pages: pages.length, findings })}</p>
      <form method="post" action={`${address}/removal`}>
        <p class="actions">
          <button type="submit">{say('remove')}</button>
          <a href={address}>{say('not-now')}</a>
        </p>
      </form>
    </Layout>
  )
}
