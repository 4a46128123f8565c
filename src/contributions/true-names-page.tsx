import { stepTo, type Report } from '../reports/index.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { DoneNotice } from '../ui/done-notice.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { Layout, type Frame } from '../ui/layout.tsx'
import { words } from './words.ts'

type Props = {
  frame: Frame
  report: Report
  asked: boolean
  problem: 'true-names-unchosen' | null
  saved: boolean
}

/** Whether a report asks those who contribute for their true name. */
export function TrueNamesPage({ frame, report, asked, problem, saved }: Props) {
  const { locale } = frame
  const say = words(locale)
  const title = say('true-names')
  const sentence = problem && say(problem)
  return (
    <Layout frame={frame} title={problem ? say('refused-title', { title }) : title}>
      <Breadcrumb locale={locale} steps={[stepTo(locale, report)]} />
      <DoneNotice sentence={saved ? say('true-names-saved') : null} />
      <ErrorSummary locale={locale} problems={sentence ? [{ field: 'asked-no', sentence }] : []} />
      <h1>{title}</h1>
      <p>{say('true-names-lead')}</p>
      <form
        method="post"
        action={`/${locale}/workshop/reports/${report.slug}/true-names`}
        class="stacked"
      >
        <fieldset class={problem ? 'refused' : undefined}>
          <legend>{say('true-names-legend')}</legend>
          {sentence && <p class="problem">{sentence}</p>}
          {(['no', 'yes'] as const).map((value) => (
            <label class="choice">
              <input
                type="radio"
                id={`asked-${value}`}
                name="asked"
                value={value}
                checked={asked === (value === 'yes')}
                required
              />
              <span>{say(`true-names-${value}`)}</span>
            </label>
          ))}
        </fieldset>
        <button type="submit">{say('true-names-save')}</button>
      </form>
    </Layout>
  )
}
