import { ChooseWords } from '../contributions/index.ts'
import { FormField } from '../ui/form-field.tsx'
import { sentencesOf } from './cut.ts'
import type { DecisionProps } from './decision-props.ts'
import { problemIn } from './say-problem.ts'
import { words } from './words.ts'

/** What to cut, where it is published in part: sentences to tick, or exact words. */
export function CutFields(props: DecisionProps) {
  const { frame, contribution, typed, readable } = props
  const say = words(frame.locale)
  const { lang, content, kind } = contribution
  const { sentences, words: exact, files = [] } = typed.cut
  const problem = problemIn(props, 'words')
  const chosen = sentences.length + files.length > 0 || exact !== ''
  const opened = problem !== undefined || chosen
  return (
    <details class="choose-part" open={opened}>
      <summary>{say('cut-title')}</summary>
      <p class="hint">{say('cut-lead')}</p>
      {kind === 'amendment' && <p class="hint">{say('cut-no-wording')}</p>}
      {readable && (
        <>
          <fieldset>
            <legend>{say('cut-sentences')}</legend>
            {sentencesOf(content.body, lang).map(({ name, text }) => (
              <label class="choice">
                <input
                  type="checkbox"
                  name="sentence"
                  value={name}
                  checked={sentences.includes(name)}
                />
                <span lang={lang} dir="auto">
                  {text}
                </span>
              </label>
            ))}
          </fieldset>
          <ChooseWords locale={frame.locale} report={{ lang }} block={{ text: content.body }}>
            <button type="button">{say('cut-take')}</button>
          </ChooseWords>
        </>
      )}
      <FileChoices {...props} />
      <FormField id="words" label={say('cut-words')} hint={say('cut-words-hint')} problem={problem}>
        {(described) => (
          <textarea {...described} name="words" rows={2} lang={lang} dir="auto">
            {exact}
          </textarea>
        )}
      </FormField>
    </details>
  )
}

/** Attachments to tick. */
function FileChoices({ frame, contribution, typed, readable }: DecisionProps) {
  const { attachments, lang } = contribution
  const { files = [] } = typed.cut
  if (!readable || attachments.length === 0) return null
  return (
    <fieldset>
      <legend>{words(frame.locale)('cut-files')}</legend>
      {attachments.map(({ name, alternative }, at) => (
        <label class="choice">
          <input
            type="checkbox"
            name="file"
            value={String(at + 1)}
            checked={files.includes(at + 1)}
          />
          <span lang={lang} dir="auto">
            {name}
            {alternative && <span class="fine"> {alternative}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
