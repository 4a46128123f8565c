import { sayDateTime } from '../platform/messages.ts'
import { KeptWords } from './kept-words.tsx'
import { Layout, type Frame } from './layout.tsx'
import { words } from './words.ts'

type Problem = 'not-found' | 'refused' | 'unreadable' | 'too-large' | 'away' | 'failed'

/** What went wrong, in the reader's language, and what to do now; `typed`: the words that they had sent. */
export function showProblem(frame: Frame, problem: Problem, typed: readonly string[] = []) {
  const say = words(frame.locale)
  const said = { title: say(`${problem}-title`), advice: say(`${problem}-advice`) }
  return <ProblemPage frame={frame} typed={typed} {...said} />
}

/** That something was asked for too often from one network, and when to come again. */
export function showTooMany(frame: Frame, until: Date, typed: readonly string[]) {
  const say = words(frame.locale)
  const advice = say('too-many-advice', { until: sayDateTime(frame.locale, until) })
  return <ProblemPage frame={frame} title={say('too-many-title')} advice={advice} typed={typed} />
}

type Said = { frame: Frame; title: string; advice: string; typed: readonly string[] }

function ProblemPage({ frame, title, advice, typed }: Said) {
  return (
    <Layout frame={frame} title={title}>
      <h1>{title}</h1>
      <p>{advice}</p>
      <KeptWords locale={frame.locale} typed={typed} />
      <p>
        <a href={`/${frame.locale}`}>{words(frame.locale)('to-home')}</a>
      </p>
    </Layout>
  )
}
