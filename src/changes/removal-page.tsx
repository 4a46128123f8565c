import { inLanguage } from '../platform/messages.ts'
import { BlockText, startOf, type PlacedBlock, type Report } from '../reports/index.ts'
import type { Frame } from '../ui/layout.tsx'
import { addressesOf } from './addresses.ts'
import { CausesFields } from './causes-fields.tsx'
import { FormFrame } from './form-frame.tsx'
import type { RemovalForm } from './forms.ts'
import type { ShownProblem } from './say-problem.ts'
import { digestOf } from './text-change.ts'
import { words } from './words.ts'

type Props = {
  frame: Frame
  report: Report
  block: PlacedBlock
  /** It, and what stands under it where it is a heading. */
  section: readonly PlacedBlock[]
  /** Contributions that speak of it, or of what stands under it. */
  said: number
  form: Pick<RemovalForm, 'typed' | 'whole'>
  problems: readonly ShownProblem[]
}

/** Taking a passage out of the working text: what goes, what stays of it, and why. */
export function RemovalPage(props: Props) {
  const { frame, report, block, section, said, form, problems } = props
  const { locale } = frame
  const say = words(locale)
  const there = addressesOf(locale, report)
  return (
    <FormFrame {...props} title={say('removal-title')}>
      <div class="reading passage" id="present" {...inLanguage(report.lang)}>
        <BlockText block={block} headingLevel={2} />
      </div>
      <p>{say('removal-lead')}</p>
      {said > 0 && <p class="notice">{say('removal-said', { count: said })}</p>}
      <form method="post" action={`${there.block(block.id)}/removal`} class="stacked" id="form">
        {section.length > 1 && <HowMuch {...props} />}
        <CausesFields locale={locale} lang={report.lang} typed={form.typed} problems={problems} />
        <input type="hidden" name="read" value={digestOf(section)} />
        <div class="actions">
          <button type="submit">{say('remove')}</button>
          <a href={there.block(block.id)}>{say('leave-it')}</a>
        </div>
      </form>
    </FormFrame>
  )
}

/** A heading alone, or with everything under it. */
function HowMuch({ frame, report, section, form }: Props) {
  const say = words(frame.locale)
  const below = section.slice(1)
  return (
    <fieldset>
      <legend>{say('how-much')}</legend>
      {(['no', 'yes'] as const).map((whole) => (
        <label class="choice">
          <input
            type="radio"
            name="whole"
            value={whole}
            checked={form.whole === (whole === 'yes')}
          />
          <span>{say('remove-whole', { whole, count: below.length })}</span>
        </label>
      ))}
      <details>
        <summary>{say('what-stands-under', { count: below.length })}</summary>
        <ul {...inLanguage(report.lang)}>
          {below.slice(0, shownBelow).map((one) => (
            <li>{startOf(one)}</li>
          ))}
        </ul>
        {below.length > shownBelow && (
          <p class="fine">{say('and-more', { count: below.length - shownBelow })}</p>
        )}
      </details>
    </fieldset>
  )
}

const shownBelow = 50
