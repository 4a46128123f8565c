import type { Child } from 'hono/jsx'
import { sayDateTime, type Locale } from '../platform/messages.ts'
import { stepTo, type Report } from '../reports/index.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { DoneNotice } from '../ui/done-notice.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { addressesOf } from './addresses.ts'
import { BalanceTable, type Balance } from './balance-table.tsx'
import type { ContestedDecision, LateHold, Undone, Withdrawn } from './balance-store.ts'
import type { Opinion } from './opinion.ts'
import { OpinionList } from './opinion-list.tsx'
import { VerificationView } from './verification-view.tsx'
import type { Verification } from './verification.ts'
import { words } from './words.ts'

export const doneInRecord = ['asked'] as const

/** A decision that hid words. */
export type Decided = { id: number; number: number; at: Date; outcome: 'cut' | 'withheld' }

export type CountedBans = { count: number; contested: number; waiting: number }

export type RecordProps = {
  frame: Frame
  report: Report
  balance: Balance
  late: readonly LateHold[]
  promisedDays: number
  hidden: readonly Decided[]
  undone: readonly Undone[]
  bans: { here: CountedBans; everywhere: CountedBans; href: string }
  contested: readonly ContestedDecision[]
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
        {opinions.length > 0 && <OpinionList {...{ locale, report, opinions }} />}
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
  const { frame, late, promisedDays, contested, withdrawn, log } = props
  const { locale } = frame
  const say = words(locale)
  return (
    <>
      <Section id="hidden" title={say('hidden')}>
        <Decisions {...props} decisions={props.hidden} />
      </Section>
      <Section id="undone" title={say('undone')}>
        <UndoneDecisions {...props} />
        <p>
          <a href={log}>{say('read-log')}</a>
        </p>
      </Section>
      <Section id="contested" title={say('contested')}>
        <Lines none={say('none-contested')}>
          {contested.map((appeal) => (
            <li>
              <a href={`/${locale}/workshop/appeals/${appeal.id}`}>
                {say('contribution', { number: appeal.number })}
              </a>{' '}
              · {sayAppeal(locale, appeal)}
            </li>
          ))}
        </Lines>
      </Section>
      <Section id="late" title={say('late', { days: promisedDays })}>
        <Lines none={say('none-late')}>
          {late.map(({ number, heldAt, endedAt }) => (
            <li>
              <Numbered {...{ locale, number }} readable={endedAt !== null} />{' '}
              {endedAt
                ? say('waited', {
                    from: sayDateTime(locale, heldAt),
                    until: sayDateTime(locale, endedAt),
                  })
                : say('waits', { from: sayDateTime(locale, heldAt) })}
            </li>
          ))}
        </Lines>
      </Section>
      <Bans {...props} />
      <Section id="withdrawn" title={say('withdrawn')}>
        <Lines none={say('none-withdrawn')}>
          {withdrawn.map(({ number, withdrawnAt, readable }) => (
            <li>
              <Numbered {...{ locale, number, readable }} /> · {sayDateTime(locale, withdrawnAt)}
            </li>
          ))}
        </Lines>
      </Section>
    </>
  )
}

/** Of the report, and of the whole site. */
function Bans({ frame: { locale }, bans, log }: RecordProps) {
  const say = words(locale)
  return (
    <Section id="bans" title={say('bans')}>
      <p>
        {say('bans-count', bans.here)} <a href={bans.href}>{say('read-bans')}</a>
      </p>
      <p>
        {say('bans-everywhere')} {say('bans-count', bans.everywhere)}{' '}
        <a href={`${log}?outcome=banned`}>{say('read-log')}</a>
      </p>
    </Section>
  )
}

function Lines({ none, children }: { none: string; children: readonly Child[] }) {
  return children.length === 0 ? <p class="empty">{none}</p> : <ul>{children}</ul>
}

/** By its number; a link where the guarantor can read it: what waits is for moderators. */
function Numbered({
  locale,
  number,
  readable,
}: {
  locale: Locale
  number: number
  readable: boolean
}) {
  const name = words(locale)('contribution', { number })
  return readable ? <a href={`/${locale}/contributions/${number}`}>{name}</a> : <>{name}</>
}

function sayAppeal(locale: Locale, { receivedAt, decidedAt, outcome }: ContestedDecision): string {
  const say = words(locale)
  const from = sayDateTime(locale, receivedAt)
  if (!decidedAt || !outcome) return say('waits', { from })
  return say('appeal-decided', { from, outcome, at: sayDateTime(locale, decidedAt) })
}

type DecisionsProps = Pick<RecordProps, 'frame'> & { decisions: readonly Decided[] }

/** Each with its reasons. */
function Decisions({ frame: { locale }, decisions }: DecisionsProps) {
  const say = words(locale)
  return (
    <Lines none={say('no-decisions')}>
      {decisions.map(({ id, number, at, outcome }) => (
        <li>
          <a href={`/${locale}/contributions/${number}/decisions/${id}`}>
            {say('decided', { outcome, number })}
          </a>{' '}
          · {sayDateTime(locale, at)}
        </li>
      ))}
    </Lines>
  )
}

function UndoneDecisions({ frame: { locale }, undone }: Pick<RecordProps, 'frame' | 'undone'>) {
  const say = words(locale)
  return (
    <Lines none={say('no-decisions')}>
      {undone.map(({ id, number, at, reasoned, readable }) => {
        const reasons = reasoned ? `/decisions/${id}` : ''
        const name = say('decided', { outcome: 'undone', number })
        return (
          <li>
            {reasoned || readable ? (
              <a href={`/${locale}/contributions/${number}${reasons}`}>{name}</a>
            ) : (
              name
            )}{' '}
            · {sayDateTime(locale, at)}
          </li>
        )
      })}
    </Lines>
  )
}
