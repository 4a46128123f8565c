import { inLanguage } from '../platform/messages.ts'
import { BlockText, type PlacedBlock, type Report } from '../reports/index.ts'
import type { Block } from '../text/index.ts'
import { FormField } from '../ui/form-field.tsx'
import type { Frame } from '../ui/layout.tsx'
import { addressesOf } from './addresses.ts'
import { CausesFields } from './causes-fields.tsx'
import { DescribedFields } from './described-fields.tsx'
import { FormFrame } from './form-frame.tsx'
import type { InsertionForm } from './forms.ts'
import { Neighbours } from './neighbours.tsx'
import { PlaceField } from './place-field.tsx'
import { isPlaceLost, problemOf, type ShownProblem } from './say-problem.ts'
import { words } from './words.ts'

type Props = {
  frame: Frame
  report: Report
  blocks: readonly PlacedBlock[]
  /** The blocks between which it would stand. */
  before: PlacedBlock | undefined
  after: PlacedBlock | undefined
  form: InsertionForm & { id: string }
  preview: Block | null
  problems: readonly ShownProblem[]
}

/** A new passage: what it is, what it says, where it stands, and why. */
export function InsertionPage(props: Props) {
  const { frame, report, before, form, preview, problems } = props
  const { locale } = frame
  const say = words(locale)
  return (
    <FormFrame {...props} title={say('insertion-title')} block={before ?? null}>
      <Neighbours {...props} lost={isPlaceLost(problems)}>
        {preview ? (
          <BlockText block={preview} headingLevel={2} />
        ) : (
          <p class="new-place">{say('new-passage')}</p>
        )}
      </Neighbours>
      {preview && <p class="fine">{say('not-changed-yet')}</p>}
      <form method="post" action={addressesOf(locale, report).insertions} class="stacked" id="form">
        <input type="hidden" name="id" value={form.id} />
        <PlaceField
          locale={locale}
          report={report}
          blocks={props.blocks}
          after={form.after}
          problems={problems}
        />
        <DescribedFields locale={locale} described={form} problems={problems} />
        <FormField
          id="wording"
          label={say('wording')}
          problem={problemOf(locale, problems)('wording')}
        >
          {(described) => (
            <textarea {...described} name="wording" rows={6} {...inLanguage(report.lang)} required>
              {form.wording}
            </textarea>
          )}
        </FormField>
        <CausesFields locale={locale} lang={report.lang} typed={form.typed} problems={problems} />
        <div class="actions">
          <button type="submit" name="step" value="preview" class="quiet">
            {say('look-at-it')}
          </button>
          <button type="submit" name="step" value="apply">
            {say('insert')}
          </button>
        </div>
      </form>
    </FormFrame>
  )
}
