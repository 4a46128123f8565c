import type { Child } from 'hono/jsx'
import { excerptOf, nameOf, type Contribution } from '../contributions/index.ts'
import { stepTo, type Report } from '../reports/index.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { ChangedSince } from '../ui/changed-since.tsx'
import { DoneNotice } from '../ui/done-notice.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { addressesOf } from './addresses.ts'
import { ContentFields } from './content-fields.tsx'
import type { ContentProblem, Controversy, ControversyAct, TypedContent } from './controversy.ts'
import { History } from './history.tsx'
import { sayContentProblems, type Said } from './say-problem.ts'
import { words } from './words.ts'

export const doneToControversy = ['made', 'changed', 'published', 'settled', 'reopened'] as const

type Props = {
  frame: Frame
  report: Report
  /** As it stands; or the key under which a new one is made. */
  known: Controversy | { key: string }
  typed: TypedContent
  /** Contributions that were chosen, and those that argue in it, to be read while one writes. */
  named: readonly Contribution[]
  acts: readonly ControversyAct[]
  problems: readonly ContentProblem[]
  done: (typeof doneToControversy)[number] | null
  panels: Child[]
}

/** Laying out a controversy, and what can be done with it: publish it, settle it, reopen it. */
export function KeepingPage(props: Props) {
  const { frame, report, known, acts, problems, done, panels } = props
  const { locale } = frame
  const say = words(locale)
  const there = addressesOf(locale, report)
  const isNew = 'key' in known
  const title = isNew ? say('lay-out') : say('keep-title', { number: known.id })
  const said = sayContentProblems(locale, problems)
  return (
    <Layout frame={frame} title={problems.length > 0 ? say('refused-title', { title }) : title}>
      <Breadcrumb
        locale={locale}
        steps={[
          stepTo(locale, report),
          { href: there.queue, label: say('queue') },
          { href: there.kept, label: say('keep-controversies') },
        ]}
      />
      <DoneNotice sentence={done && say(`done-${done}`)} />
      <ErrorSummary locale={locale} problems={said} />
      <h1>{title}</h1>
      {isNew ? <p>{say('lay-out-lead')}</p> : <Standing {...props} controversy={known} />}
      {panels}
      <ContentForm {...props} said={said} />
      <NamedList {...props} />
      {!isNew && <History {...{ locale, report, acts }} />}
    </Layout>
  )
}

/** What it says, to be written or changed. */
function ContentForm(props: Props & { said: readonly Said[] }) {
  const { frame, report, known, typed, problems, said } = props
  const { locale } = frame
  const say = words(locale)
  const there = addressesOf(locale, report)
  const isNew = 'key' in known
  return (
    <>
      {problems.some(({ problem }) => problem === 'changed-since') && !isNew && (
        <ChangedSince locale={locale} href={there.keeping(known.id)} by={null} />
      )}
      <form method="post" action={isNew ? there.kept : there.content(known.id)} class="stacked">
        {isNew ? (
          <input type="hidden" name="key" value={known.key} />
        ) : (
          <input type="hidden" name="read" value={String(known.revision)} />
        )}
        <ContentFields {...{ locale, typed, said }} lang={report.lang} />
        <div class="actions">
          <button type="submit">{say(isNew ? 'save-draft' : 'save')}</button>
          <a href={there.kept}>{say('leave')}</a>
        </div>
      </form>
    </>
  )
}

/** How it stands, and the ways on from there. */
function Standing({ frame, report, controversy }: Props & { controversy: Controversy }) {
  const { locale } = frame
  const say = words(locale)
  const there = addressesOf(locale, report)
  const { id, state, revision } = controversy
  const read = <input type="hidden" name="read" value={String(revision)} />
  return (
    <>
      <p class="byline">{say('state', { number: id, state })}</p>
      <div class="actions">
        {state === 'draft' && (
          <form method="post" action={there.publication(id)}>
            {read}
            <button>{say('publish')}</button>
          </form>
        )}
        {state !== 'draft' && (
          <a class="button quiet" href={there.page(id)}>
            {say('see-public')}
          </a>
        )}
        {state === 'published' && (
          <a class="button quiet" href={there.settlement(id)}>
            {say('settle')}
          </a>
        )}
        {state === 'settled' && (
          <form method="post" action={there.reopening(id)}>
            {read}
            <button class="quiet">{say('reopen')}</button>
          </form>
        )}
      </div>
      <p class="hint">{say(state === 'draft' ? 'draft-hint' : 'public-hint')}</p>
    </>
  )
}

/** What is spoken of by number in the form. */
function NamedList({ frame: { locale }, named }: Props) {
  if (named.length === 0) return null
  const say = words(locale)
  return (
    <section aria-labelledby="named">
      <h2 id="named">{say('named', { count: named.length })}</h2>
      <ul class="contributions">
        {named.map((contribution) => (
          <li>
            <a href={`/${locale}/contributions/${contribution.number}`}>
              {nameOf(locale, contribution)}
            </a>{' '}
            {contribution.stance && `(${say('stance', { stance: contribution.stance })}) `}
            {contribution.state === 'published' && (
              <span lang={contribution.lang} dir="auto">
                {excerptOf(contribution)}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
