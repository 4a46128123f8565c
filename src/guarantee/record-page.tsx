import type { Child } from 'hono/jsx'
import { sayDateTime } from '../platform/messages.ts'
import { stepTo, type Report } from '../reports/index.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { DoneNotice } from '../ui/done-notice.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { addressesOf } from './addresses.ts'
import { BalanceTable, type Balance } from './balance-table.tsx'
import type { LateHold, Withdrawn } from './balance-store.ts'
import type { Opinion } from './opinion.ts'
import { OpinionList } from './opinion-list.tsx'
import { VerificationView } from './verification-view.tsx'
import type { Verification } from './verification.ts'
import { words } from './words.ts'

export const doneInRecord = ['asked'] as const

/** A decision that hid words, or one that was undone. */
export type Decided = {
  id: number
  number: number
  at: Date
  outcome: 'cut' | 'withheld' | 'undone'
}

export type RecordProps = {
  frame: Frame
  report: Report
  balance: Balance
  late: readonly LateHold[]
  promisedDays: number
  hidden: readonly Decided[]
  undone: readonly Decided[]
  bans: { count: number; contested: number; href: string }
  withdrawn: readonly Withdrawn[]
  opinions: readonly Opinion[]
  verifications: readonly Verification[]
  log: string
  problem: 'running' | null
  done: (typeof doneInRecord)[number] | null
}

/** All that a guarantor looks at: whether everything is accounted for, what was hidden, late, undone or taken back. */
export function RecordPage(props: RecordProps) {
  const { frame, report, opinions, problem, done } = props
  const { locale } = frame
  const say = words(locale)
  const there = addressesOf(locale, report)
  const title = say('record')
  return (
    <Layout frame={frame} title={problem ? say('refused-title', { title }) : title} wide>
      <Breadcrumb
        locale={locale}
        steps={[stepTo(locale, report), { href: there.page, label: say('guarantee') }]}
      />
      <ErrorSummary
        locale={locale}
        problems={problem ? [{ field: 'verify', sentence: say(`problem-${problem}`) }] : []}
      />
      <h1>{title}</h1>
      <DoneNotice sentence={done && say(`done-${done}`)} />
      <p>{say('record-lead')}</p>
      <Section id="balance" title={say('balance')}>
        <BalanceTable locale={locale} balance={props.balance} />
      </Section>
      <Verifying {...props} />
      <Lists {...props} />
      <Section id="opinions" title={say('opinions')}>
        <OpinionList {...{ locale, report, opinions }} />
        <p class="actions">
          <a class="button" href={there.writing}>
            {say('write')}
          </a>
        </p>
      </Section>
    </Layout>
  )
}

function Section({ id, title, children }: { id: string; title: string; children: Child }) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  )
}

function Verifying({ frame: { locale }, report, verifications }: RecordProps) {
  const say = words(locale)
  const [newest] = verifications
  const open = newest && !newest.done ? newest : undefined
  return (
    <section aria-labelledby="verify">
      <h2 id="verify">{say('verified')}</h2>
      {open && (
        <p class="notice waiting">
          {say(open.startedAt ? 'verifying' : 'asked', {
            date: sayDateTime(locale, open.startedAt ?? open.askedAt),
          })}
        </p>
      )}
      <VerificationView
        locale={locale}
        verification={verifications.find((one) => one.done !== null)}
      />
      <form method="post" action={addressesOf(locale, report).verifications}>
        <button type="submit" class="quiet">
          {say('verify-now')}
        </button>
      </form>
      <p class="fine">{say('verify-how')}</p>
    </section>
  )
}

function Lists(props: RecordProps) {
  const { frame, bans, late, promisedDays, withdrawn, log } = props
  const { locale } = frame
  const say = words(locale)
  const contribution = (number: number) => (
    <a href={`/${locale}/contributions/${number}`}>{say('contribution', { number })}</a>
  )
  return (
    <>
      <Section id="hidden" title={say('hidden')}>
        <Decisions {...props} decisions={props.hidden} />
      </Section>
      <Section id="undone" title={say('undone')}>
        <Decisions {...props} decisions={props.undone} />
        <p>
          <a href={log}>{say('read-log')}</a>
        </p>
      </Section>
      <Section id="late" title={say('late', { days: promisedDays })}>
        {late.length === 0 && <p class="empty">{say('none-late')}</p>}
        <ul>
          {late.map(({ number, heldAt, endedAt }) => (
            <li>
              {contribution(number)}{' '}
              {endedAt
                ? say('waited', {
                    from: sayDateTime(locale, heldAt),
                    until: sayDateTime(locale, endedAt),
                  })
                : say('waits', { from: sayDateTime(locale, heldAt) })}
            </li>
          ))}
        </ul>
      </Section>
      <Section id="bans" title={say('bans')}>
        <p>
          {say('bans-count', { count: bans.count, contested: bans.contested })}{' '}
          <a href={bans.href}>{say('read-bans')}</a>
        </p>
      </Section>
      <Section id="withdrawn" title={say('withdrawn')}>
        {withdrawn.length === 0 && <p class="empty">{say('none-withdrawn')}</p>}
        <ul>
          {withdrawn.map(({ number, withdrawnAt }) => (
            <li>
              {contribution(number)} · {sayDateTime(locale, withdrawnAt)}
            </li>
          ))}
        </ul>
      </Section>
    </>
  )
}

function Decisions({
  frame: { locale },
  decisions,
}: Pick<RecordProps, 'frame'> & { decisions: readonly Decided[] }) {
  const say = words(locale)
  if (decisions.length === 0) return <p class="empty">{say('no-decisions')}</p>
  return (
    <ul>
      {decisions.map(({ id, number, at, outcome }) => (
        <li>
          <a
            href={
              outcome === 'undone'
                ? `/${locale}/contributions/${number}`
                : `/${locale}/contributions/${number}/decisions/${id}`
            }
          >
            {say('decided', { outcome, number })}
          </a>{' '}
          · {sayDateTime(locale, at)}
        </li>
      ))}
    </ul>
  )
}
