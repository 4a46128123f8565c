import { sayDate } from '../platform/messages.ts'
import { stepTo, type Report } from '../reports/index.ts'
import { lastDay, type ShownGrant } from '../roles/index.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { sayPerson } from '../ui/say-person.ts'
import { addressesOf } from './addresses.ts'
import type { Opinion } from './opinion.ts'
import { OpinionList } from './opinion-list.tsx'
import { VerificationView } from './verification-view.tsx'
import type { Verification } from './verification.ts'
import { words } from './words.ts'

type Props = {
  frame: Frame
  report: Report
  guarantors: readonly ShownGrant[]
  former: readonly ShownGrant[]
  opinions: readonly Opinion[]
  /** The last that is done. */
  verification: Verification | undefined
  mayRead: boolean
  log: string
}

/** Who watches that everything is accounted for, what they can verify, and what they say of it. */
export function GuaranteePage(props: Props) {
  const { frame, report, guarantors, former, opinions, verification, mayRead } = props
  const { locale } = frame
  const say = words(locale)
  return (
    <Layout frame={frame} title={say('guarantee')}>
      <Breadcrumb locale={locale} steps={[stepTo(locale, report)]} />
      <h1>{say('guarantee')}</h1>
      <p>{say('guarantee-lead')}</p>
      {mayRead && (
        <p class="actions">
          <a class="button" href={addressesOf(locale, report).record}>
            {say('open-record')}
          </a>
        </p>
      )}
      <section aria-labelledby="who">
        <h2 id="who">{say('who')}</h2>
        {guarantors.length === 0 && <p class="empty">{say('nobody')}</p>}
        <ul>
          {guarantors.map(({ name, from, until }) => (
            <li>
              <strong>
                <bdi>{sayPerson(locale, name)}</bdi>
              </strong>{' '}
              {say('since', { from: sayDate(locale, from) })}
              {until && ` ${say('until', { until: sayDate(locale, lastDay(until)) })}`}
            </li>
          ))}
          {former.map(({ name, from, until }) => (
            <li>
              <bdi>{sayPerson(locale, name)}</bdi>{' '}
              {say('before', {
                from: sayDate(locale, from),
                until: until ? sayDate(locale, until) : '',
              })}
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="opinions">
        <h2 id="opinions">{say('opinions')}</h2>
        <p class="fine">{say('opinions-lead')}</p>
        {opinions.length === 0 ? (
          <p class="empty">{say('no-opinions')}</p>
        ) : (
          <OpinionList {...{ locale, report, opinions }} />
        )}
      </section>
      <WhatCanBeVerified {...props} />
      <section aria-labelledby="verified">
        <h2 id="verified">{say('verified')}</h2>
        <VerificationView locale={locale} verification={verification} />
      </section>
    </Layout>
  )
}

function WhatCanBeVerified({ frame: { locale }, log }: Props) {
  const say = words(locale)
  return (
    <section aria-labelledby="can">
      <h2 id="can">{say('can')}</h2>
      <ul>
        <li>
          {say('can-log')} <a href={log}>{say('read-log')}</a>
        </li>
        <li>
          {say('can-journal')} <a href={`/${locale}/journal`}>{say('read-journal')}</a>
        </li>
        <li>{say('can-reasons')}</li>
        <li>{say('can-not')}</li>
      </ul>
    </section>
  )
}
