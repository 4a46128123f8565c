import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { sayPerson } from '../ui/say-person.ts'
import type { EndingProblem } from './end-grant.ts'
import { sayRole } from './say-role.ts'
import type { ShownGrant } from './store.ts'
import { words } from './words.ts'

type Props = {
  frame: Frame
  grant: ShownGrant
  /** What it holds for, by name. */
  of: string
  /** It is the reader's own role. */
  own: boolean
  steps: { href: string; label: string; lang?: string }[]
  /** Where to go back to. */
  back: string
  problem: EndingProblem | null
}

/** Asks whether a role is to end, which only a new invitation makes good. */
export function EndingPage({ frame, grant, of, own, steps, back, problem }: Props) {
  const { locale } = frame
  const say = words(locale)
  const title = say(own ? 'give-back-title' : 'end-title')
  const named = { name: sayPerson(locale, grant.name), role: sayRole(locale, grant.role), of }
  return (
    <Layout frame={frame} title={problem ? say('refused-title', { title }) : title}>
      <Breadcrumb locale={locale} steps={steps} />
      <ErrorSummary
        locale={locale}
        problems={problem ? [{ field: 'end', sentence: say(problem) }] : []}
      />
      <h1>{title}</h1>
      <p>{say(own ? 'give-back-asked' : 'end-asked', named)}</p>
      <form method="post" action={frame.path} id="end">
        <div class="actions">
          <button type="submit">{say(own ? 'give-it-back' : 'end-it')}</button>
          <a href={back}>{say('leave-it')}</a>
        </div>
      </form>
    </Layout>
  )
}
