import { sayDate, type Locale } from '../platform/messages.ts'
import { DoneNotice } from '../ui/done-notice.tsx'
import { Layout, type Conformity, type Frame } from '../ui/layout.tsx'
import { Annex } from './annex.tsx'
import type { Audit, Finding } from './audit.ts'
import type { AutomatedResults } from './automated.ts'
import { countCriteria, meanRateOf, rateOf } from './conformity.ts'
import { Faults } from './faults.tsx'
import { Recourse, Report } from './recourse.tsx'
import { sayDay } from './say.ts'
import type { Setting } from './setting.ts'
import { words } from './words.ts'

export type Declaration = {
  conformity: Conformity
  /** The last audit that was published; null where none was. */
  audit: Audit | null
  /** Its time is past. */
  over: boolean
  findings: Finding[]
  setting: Setting
  /** Who publishes the site; empty where that is not said yet. */
  publisher: string
  results: AutomatedResults | null
}

export const declarationDone = ['published', 'published-already'] as const

type Props = Declaration & {
  frame: Frame
  mayKeep: boolean
  done: (typeof declarationDone)[number] | null
}

/** What the site declares of its accessibility: made from an audit, and plainly so where there is none. */
export function DeclarationPage(props: Props) {
  const { frame, conformity, audit, publisher, setting, mayKeep, done } = props
  const { locale } = frame
  const say = words(locale)
  return (
    <Layout frame={frame} title={say('declaration')}>
      <DoneNotice sentence={done && say(done)} />
      <div class="document">
        <h1>{say('declaration')}</h1>
        <p class="conformity">
          <strong>{say('state', { conformity })}</strong>
        </p>
        <p>{publisher === '' ? say('engages-nobody') : say('engages', { publisher })}</p>
        <Plan locale={locale} address={setting.planAddress} />
        <State {...props} />
        {audit && <Results locale={locale} findings={props.findings} />}
        <h2>{say('not-accessible')}</h2>
        <Faults locale={locale} audit={audit} findings={props.findings} />
        {audit && <Making locale={locale} audit={audit} />}
        <Report locale={locale} setting={setting} />
        <Recourse locale={locale} />
        <Annex locale={locale} results={props.results} />
      </div>
      {mayKeep && (
        <p>
          <a class="button quiet" href={`/${locale}/admin/accessibility`}>
            {say('change')}
          </a>
        </p>
      )}
    </Layout>
  )
}

function Plan({ locale, address }: { locale: Locale; address: string }) {
  const say = words(locale)
  return <p>{address === '' ? say('no-plan') : <a href={address}>{say('plan')}</a>}</p>
}

function State(props: Props) {
  return (
    <>
      <h2>{words(props.frame.locale)('state-title')}</h2>
      <p>{sayState(props)}</p>
    </>
  )
}

function sayState({ frame: { locale }, conformity, audit, over }: Props): string {
  const say = words(locale)
  if (audit === null) return say('no-audit')
  const date = sayDay(locale, audit.auditedOn)
  return over
    ? say('audit-over', { date })
    : say('state-by', { conformity, date, reference: audit.reference })
}

function Results({ locale, findings }: { locale: Locale; findings: Finding[] }) {
  const say = words(locale)
  const counted = countCriteria(findings)
  const mean = meanRateOf(findings)
  return (
    <>
      <h2>{say('results')}</h2>
      <dl class="facts">
        <div>
          <dt>{say('rate')}</dt>
          <dd>{say('rate-is', { rate: rateOf(counted), ...counted })}</dd>
        </div>
        {mean !== null && (
          <div>
            <dt>{say('mean')}</dt>
            <dd>{say('mean-is', { rate: mean })}</dd>
          </div>
        )}
      </dl>
      <p class="fine">{say('how-counted')}</p>
    </>
  )
}

function Making({ locale, audit }: { locale: Locale; audit: Audit }) {
  const say = words(locale)
  const { auditor, auditedOn, reference, method, publishedAt, pages, id } = audit
  return (
    <>
      <h2>{say('made-of')}</h2>
      <dl class="facts statement">
        <dt>{say('auditor')}</dt>
        <dd>{auditor}</dd>
        <dt>{say('audited-on')}</dt>
        <dd>{sayDay(locale, auditedOn)}</dd>
        <dt>{say('reference')}</dt>
        <dd>{reference}</dd>
        {method !== '' && (
          <>
            <dt>{say('method')}</dt>
            <dd class="as-typed">{method}</dd>
          </>
        )}
        {publishedAt && (
          <>
            <dt>{say('published-on')}</dt>
            <dd>{sayDate(locale, publishedAt)}</dd>
          </>
        )}
      </dl>
      <h3>{say('pages-audited')}</h3>
      <ol>
        {pages.map(({ title, address }) => (
          <li>
            {title} <span class="fine">{address}</span>
          </li>
        ))}
      </ol>
      <p>
        <a href={`/${locale}/accessibility/audits/${id}.csv`}>{say('csv')}</a>
      </p>
    </>
  )
}
