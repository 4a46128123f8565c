import { isBlank } from '../text/index.ts'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { DoneNotice } from '../ui/done-notice.tsx'
import { KeptWords } from '../ui/kept-words.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { addressesOf } from './addresses.ts'
import { sayUntil } from './banned-page.tsx'
import { isInForce, reasonLimit, type ContestProblem } from './ban.ts'
import { ContestView } from './contest-view.tsx'
import type { findReasons } from './find-reasons.ts'
import { sayState } from './history.tsx'
import { problemIn, sayProblems } from './say-problem.ts'
import { statementOf } from './statement.ts'
import { StatementList } from './statement-list.tsx'
import { WordsField } from './words-field.tsx'
import { words } from './words.ts'

export const doneOnOwn = ['contested'] as const

type Props = {
  frame: Frame
  reasons: Awaited<ReturnType<typeof findReasons>>
  now: Date
  /** Whether it can be contested now. */
  contestable: boolean
  typed: string
  problem: ContestProblem | null
  done: (typeof doneOnOwn)[number] | null
}

/** Somebody's own ban: the statement of reasons, and the form that contests it. */
export function OwnBanPage(props: Props) {
  const { frame, reasons, now, contestable, problem, done } = props
  const { locale } = frame
  const say = words(locale)
  const { ban, title } = reasons
  const heading = say('own-ban-title')
  const said = { locale, now, problems: problem ? [problem] : [] }
  return (
    <Layout frame={frame} title={problem ? say('refused-title', { title: heading }) : heading}>
      <Breadcrumb locale={locale} steps={[{ href: `/${locale}/account`, label: say('account') }]} />
      <ErrorSummary locale={locale} problems={sayProblems(said)} />
      <h1>{heading}</h1>
      <DoneNotice sentence={done && say(`done-${done}`)} />
      <p class="notice waiting" id={contestable ? undefined : 'form'}>
        {isInForce(ban, now)
          ? sayUntil(locale, ban, title)
          : sayState(locale, ban, now, 'concerned')}
      </p>
      <StatementList lines={statementOf(locale, reasons)} />
      <ContestView locale={locale} ban={ban} named={false} />
      {contestable ? (
        <ContestForm {...props} />
      ) : (
        <KeptWords locale={locale} typed={keptOf(props)} />
      )}
    </Layout>
  )
}

/** What was typed where there is no form any more. */
function keptOf({ typed }: Props): string[] {
  return isBlank(typed) ? [] : [typed]
}

function ContestForm({ frame: { locale }, reasons, now, typed, problem }: Props) {
  const say = words(locale)
  const problemOf = problemIn({ locale, now, problems: problem ? [problem] : [] })
  return (
    <section aria-labelledby="contest">
      <h2 id="contest">{say('contest')}</h2>
      <p>{say('contest-lead')}</p>
      <form
        method="post"
        action={addressesOf(locale, reasons.ban.id).contest}
        class="stacked"
        id="form"
      >
        <WordsField
          id="reason"
          label={say('contest-words')}
          hint={say('contest-hint', { limit: reasonLimit })}
          value={typed}
          problem={problemOf('reason')}
          rows={8}
        />
        <button type="submit">{say('send-contest')}</button>
      </form>
    </section>
  )
}
