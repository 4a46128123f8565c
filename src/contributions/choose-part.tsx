import { inLanguage, type Locale } from '../platform/messages.ts'
import type { PlacedBlock, Report } from '../reports/index.ts'
import { findWords, isBlank } from '../text/index.ts'
import { FormField } from '../ui/form-field.tsx'
import { cellsInLine } from '../ui/redline.tsx'
import { choicesOf, unitOf } from './choices.ts'
import type { Choice } from './choose-passage.ts'
import { ChooseWords } from './choose-words.tsx'
import { words } from './words.ts'

type Props = {
  locale: Locale
  report: Report
  block: PlacedBlock
  choice: Choice
  problemOf: (field: string) => string | undefined
}

/** Narrows a contribution from the whole passage to sentences of it, or to exact words. */
export function ChoosePart({ locale, report, block, choice, problemOf }: Props) {
  const say = words(locale)
  const unit = unitOf(block)
  const choices = choicesOf(block)
  const opened = choice.sentences.length > 0 || !isBlank(choice.words) || problemOf('sentences')
  return (
    <details class="choose-part" open={Boolean(opened)}>
      <summary>{say('choose-part')}</summary>
      <p class="hint">{say('choose-part-hint')}</p>
      {choices.length > 1 && (
        <fieldset id="sentences">
          <legend>{say('choose-part-sentences', { unit })}</legend>
          {problemOf('sentences') && <p class="problem">{problemOf('sentences')}</p>}
          {choices.map(({ sentences, text }) => (
            <label class="choice">
              <input
                type="checkbox"
                name="sentence"
                value={sentences.join('-')}
                checked={sentences.some((n) => choice.sentences.includes(n))}
              />
              <span {...inLanguage(report.lang)}>{cellsInLine(text.trim())}</span>
            </label>
          ))}
        </fieldset>
      )}
      <ChooseWords locale={locale} report={report} block={block}>
        <button type="button">{say('choose-words-take')}</button>
      </ChooseWords>
      <FormField
        id="words"
        label={say('exact-words')}
        hint={say('exact-words-hint')}
        problem={problemOf('words')}
      >
        {(described) => (
          <textarea {...described} name="words" rows={2} {...inLanguage(report.lang)}>
            {choice.words}
          </textarea>
        )}
      </FormField>
      <Occurrences locale={locale} report={report} block={block} choice={choice} />
    </details>
  )
}

/** Where the words stand, when they stand in several places: one of them is meant. */
function Occurrences({ locale, report, block, choice }: Omit<Props, 'problemOf'>) {
  const places = isBlank(choice.words) ? [] : findWords(block.text, choice.words)
  if (places.length < 2) return null
  const { text } = block
  return (
    <fieldset>
      <legend>{words(locale)('which-occurrence')}</legend>
      {places.map(({ start, end }, at) => (
        <label class="choice">
          <input
            type="radio"
            name="occurrence"
            value={String(at + 1)}
            checked={choice.occurrence === at + 1}
          />
          <span {...inLanguage(report.lang)}>
            {cellsInLine(text.slice(wordStart(text, start - 40), start))}
            <mark>{cellsInLine(text.slice(start, end))}</mark>
            {cellsInLine(text.slice(end, wordEnd(text, end + 40)))}
          </span>
        </label>
      ))}
    </fieldset>
  )
}

function wordStart(text: string, near: number): number {
  return near <= 0 ? 0 : text.lastIndexOf(' ', near) + 1
}

function wordEnd(text: string, near: number): number {
  const space = text.indexOf(' ', near)
  return space === -1 ? text.length : space
}
