import { inLanguage } from '../platform/messages.ts'
import { type Report, stepTo } from '../reports/index.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { SignInAgain } from '../ui/sign-in-again.tsx'
import { sayProblems } from './say-problem.ts'
import { words } from './words.ts'

type Props = {
  frame: Frame
  report: Report
  /** Where the form was sent. */
  action: string
  /** All that was sent, by name. */
  sent: readonly [string, string][]
}

/** What editors type, in the order in which they meet it; the rest goes along unseen. */
const shown = ['wording', 'contributions', 'citation', 'link', 'reason'] as const

/**
 * What somebody sent whose session has ended: it can be sent again once they are signed in. The working
 * text itself is for editors only and not on it.
 */
export function SignedOutPage({ frame, report, action, sent }: Props) {
  const { locale } = frame
  const say = words(locale)
  const title = say('signed-out-title')
  const unseen = sent.filter(([name]) => !shown.some((one) => one === name))
  const problems = [{ code: 'signed-out', number: null } as const]
  return (
    <Layout frame={frame} title={say('refused-title', { title })}>
      <Breadcrumb locale={locale} steps={[stepTo(locale, report)]} />
      <ErrorSummary locale={locale} problems={sayProblems(locale, problems)} />
      <h1>{title}</h1>
      <SignInAgain locale={locale} />
      <form method="post" action={action} class="stacked">
        {unseen.map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        {shown.map((name) => (
          <Typed frame={frame} report={report} name={name} sent={sent} />
        ))}
        <button type="submit">{say('send-again')}</button>
      </form>
    </Layout>
  )
}

type TypedProps = Pick<Props, 'frame' | 'report' | 'sent'> & { name: (typeof shown)[number] }

function Typed({ frame, report, name, sent }: TypedProps) {
  const [, value] = sent.find(([given]) => given === name) ?? []
  if (value === undefined) return null
  return (
    <div class="field">
      <label for={name}>{words(frame.locale)(name)}</label>
      <textarea
        id={name}
        name={name}
        rows={name === 'wording' || name === 'reason' ? 4 : 1}
        {...inLanguage(report.lang)}
      >
        {value}
      </textarea>
    </div>
  )
}
