import { ErrorSummary } from '../ui/error-summary.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { NewcomerFields, summariseNewcomer } from './newcomer-fields.tsx'
import type { NewcomerProblem, TypedNewcomer } from './newcomer.ts'
import { words } from './words.ts'

type Props = {
  frame: Frame
  /** Whoever holds the link owns the address: it is shown whole, so that nobody takes another's account for theirs. */
  email: string
  known: boolean
  /** Where the link stands, and is used. */
  address: string
  typed: TypedNewcomer
  problems: NewcomerProblem[]
  /** The version of the terms of use that holds. */
  terms: number
}

/** An open link: one button; the first time, what one says of oneself in the same step. */
export function LinkPage({ frame, email, known, address, ...said }: Props) {
  const { problems } = said
  const say = words(frame.locale)
  const title = known ? say('link-title') : say('newcomer-title')
  return (
    <Layout frame={frame} title={problems.length > 0 ? say('refused-title', { title }) : title}>
      <ErrorSummary locale={frame.locale} problems={summariseNewcomer(frame.locale, problems)} />
      <h1>{title}</h1>
      <p>{known ? say('link-known', { email }) : say('newcomer', { email })}</p>
      {frame.viewerName !== null && (
        <p class="notice">{say('link-replaces', { name: frame.viewerName })}</p>
      )}
      <form method="post" action={address} class="stacked">
        {!known && <NewcomerFields locale={frame.locale} {...said} />}
        <button type="submit">
          {known ? say('link-enter', { email }) : say('newcomer-enter')}
        </button>
      </form>
    </Layout>
  )
}
