import { Layout, type Frame } from './layout.tsx'
import { words } from './words.ts'

type Problem = 'not-found' | 'refused' | 'unreadable' | 'too-large' | 'away' | 'failed'

/** What went wrong, in the reader's language, and what to do now. */
export function showProblem(frame: Frame, problem: Problem) {
  const say = words(frame.locale)
  return (
    <Layout frame={frame} title={say(`${problem}-title`)}>
      <h1>{say(`${problem}-title`)}</h1>
      <p>{say(`${problem}-advice`)}</p>
      <p>
        <a href={`/${frame.locale}`}>{say('to-home')}</a>
      </p>
    </Layout>
  )
}
