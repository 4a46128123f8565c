import { inLanguage, type Locale } from '../platform/messages.ts'
import { startOf, type PlacedBlock, type Report } from '../reports/index.ts'
import { isHeading } from '../text/index.ts'
import { FormField } from '../ui/form-field.tsx'
import { problemOf, type ShownProblem } from './say-problem.ts'
import { words } from './words.ts'

type Props = {
  locale: Locale
  report: Report
  /** The text, without what is moved. */
  blocks: readonly PlacedBlock[]
  /** The block behind which it is to stand; null at the start. */
  after: string | null
  problems: readonly ShownProblem[]
}

/** Where a passage is to stand: it can be changed without losing what was typed. */
export function PlaceField({ locale, report, blocks, after, problems }: Props) {
  const say = words(locale)
  return (
    <FormField
      id="after"
      label={say('place')}
      hint={say('place-hint')}
      problem={problemOf(locale, problems)('after')}
    >
      {(described) => (
        <select {...described} name="after">
          <option value="" selected={after === null}>
            {say('place-start')}
          </option>
          {placesAround(blocks, after).map((block) => (
            <option value={block.id} selected={block.id === after} {...inLanguage(report.lang)}>
              {startOf(block)}
            </option>
          ))}
        </select>
      )}
    </FormField>
  )
}

/** Passages on either side of the place that are offered. */
const around = 40

/** The passages around a place, and every heading: a whole text would be too long a list. */
export function placesAround(blocks: readonly PlacedBlock[], after: string | null): PlacedBlock[] {
  const at = blocks.findIndex(({ id }) => id === after)
  return blocks.filter((block, index) => isHeading(block) || Math.abs(index - at) <= around)
}
