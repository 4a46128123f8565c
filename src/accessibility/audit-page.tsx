import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { DoneNotice } from '../ui/done-notice.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import type { Audit } from './audit.ts'
import { rateOf, type Counted } from './conformity.ts'
import { sayDay } from './say.ts'
import { words } from './words.ts'

export const auditDone = ['begun', 'saved', 'imported'] as const

type Props = {
  frame: Frame
  audit: Audit
  /** What is still to be entered, by page, and how it counts so far. */
  missing: ReadonlyMap<number, number>
  counted: Counted
  done: (typeof auditDone)[number] | null
}

/** One audit, while it is entered: what there is of it, and the way to each of its forms, which have pages of their own. */
export function AuditPage(props: Props) {
  const { frame, audit, done } = props
  const { locale } = frame
  const say = words(locale)
  const { auditedOn, auditor } = audit
  return (
    <Layout frame={frame} title={say('audit-of', { date: sayDay(locale, auditedOn), auditor })}>
      <Breadcrumb
        locale={locale}
        steps={[{ href: `/${locale}/admin/accessibility`, label: say('keeping') }]}
      />
      <DoneNotice sentence={done && say(done)} />
      <h1>{say('audit-of', { date: sayDay(locale, auditedOn), auditor })}</h1>
      <Entering {...props} />
      <Facts {...props} />
      <Ending {...props} />
    </Layout>
  )
}

function addressOf({ frame: { locale }, audit }: Props): string {
  return `/${locale}/admin/accessibility/audits/${audit.id}`
}

function Entering(props: Props) {
  const { frame, audit, missing } = props
  const say = words(frame.locale)
  const address = addressOf(props)
  return (
    <>
      <h2>{say('progress')}</h2>
      <ul class="own-things">
        {audit.pages.map(({ number, title }) => (
          <li>
            <span class="thing">
              <a href={`${address}/pages/${number}`}>{say('enter-page', { page: title })}</a>
              <span class="fine">{say('left', { count: missing.get(number) ?? 0 })}</span>
            </span>
          </li>
        ))}
      </ul>
      <p class="own-links">
        <a href={`${address}/findings`}>{say('by-table')}</a>
        <a href={`${address}/findings.csv`}>{say('take-table')}</a>
      </p>
    </>
  )
}

function Facts(props: Props) {
  const { frame, audit } = props
  const { locale } = frame
  const say = words(locale)
  const { auditedOn, auditor, reference, method, exempted } = audit
  return (
    <>
      <h2>{say('facts')}</h2>
      <dl class="facts statement">
        <div>
          <dt>{say('facts-date')}</dt>
          <dd>{sayDay(locale, auditedOn)}</dd>
        </div>
        <div>
          <dt>{say('facts-auditor')}</dt>
          <dd>{auditor}</dd>
        </div>
        <div>
          <dt>{say('reference')}</dt>
          <dd>{reference}</dd>
        </div>
        {method !== '' && (
          <div>
            <dt>{say('facts-method')}</dt>
            <dd class="as-typed">{method}</dd>
          </div>
        )}
        {exempted !== '' && (
          <div>
            <dt>{say('exempted')}</dt>
            <dd class="as-typed">{exempted}</dd>
          </div>
        )}
      </dl>
      <p>
        <a href={`${addressOf(props)}/facts`}>{say('change-facts')}</a>
      </p>
    </>
  )
}

function Ending(props: Props) {
  const { frame, counted } = props
  const say = words(frame.locale)
  const address = addressOf(props)
  return (
    <>
      <h2>{say('publish-title')}</h2>
      {counted.applicable > 0 && <p>{say('would-be', { rate: rateOf(counted), ...counted })}</p>}
      <p class="actions">
        <a class="button" href={`${address}/publication`}>
          {say('go-publish')}
        </a>
        <a href={`${address}/removal`}>{say('go-remove')}</a>
      </p>
    </>
  )
}
