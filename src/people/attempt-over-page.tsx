import { Layout, type Frame } from '../ui/layout.tsx'
import { attemptMinutes } from './attempt.ts'
import type { ProviderProblem } from './receive-answer.ts'
import { words } from './words.ts'

type Props = {
  frame: Frame
  provider: { key: string; name: string }
  problem: ProviderProblem
  /** A way in was to be added; else somebody was to be let in. */
  adds: boolean
  returnTo: string
}

/** Nobody was let in, and nothing kept: why, and what to do. */
export function AttemptOverPage({ frame, provider, problem, adds, returnTo }: Props) {
  const { locale } = frame
  const say = words(locale)
  const { key, name } = provider
  const again = adds ? 'add=1' : `return=${encodeURIComponent(returnTo)}`
  const settled = problem === 'already-yours' || problem === 'of-somebody-else'
  const title = say(adds ? 'not-added-title' : 'not-entered-title')
  return (
    <Layout frame={frame} title={title}>
      <h1>{title}</h1>
      <p>
        {say('attempt-over', {
          problem: problem.replaceAll('-', '_'),
          name,
          minutes: attemptMinutes,
        })}
      </p>
      {!settled && (
        <p>
          <a class="button" href={`/${locale}/account/providers/${key}?${again}`}>
            {say('attempt-again', { name })}
          </a>
        </p>
      )}
      <p>
        {adds ? (
          <a href={`/${locale}/account`}>{say('back-to-account')}</a>
        ) : (
          <a href={`/${locale}/account/sign-in?return=${encodeURIComponent(returnTo)}`}>
            {say('other-ways')}
          </a>
        )}
      </p>
    </Layout>
  )
}
