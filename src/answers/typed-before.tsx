import { inLanguage } from '../platform/messages.ts'
import { FormField } from '../ui/form-field.tsx'
import { amendedAlone, isWhole } from './answer-fields.tsx'
import { typedOnce } from './answer-form.ts'
import type { AnswerProps } from './answer-props.ts'
import { words } from './words.ts'

/** What was typed and has no field any more, to copy from; it goes with the form, however often that is refused. */
export function TypedBefore(props: AnswerProps) {
  const { frame, report } = props
  const say = words(frame.locale)
  return (
    <>
      {listTyped(props).map((text, at) => (
        <FormField
          id={`typed-${at + 1}`}
          label={say('typed-wording')}
          hint={say('typed-wording-hint')}
        >
          {(described) => (
            <textarea {...described} name="typed" rows={6} readonly {...inLanguage(report.lang)}>
              {text}
            </textarea>
          )}
        </FormField>
      ))}
    </>
  )
}

/** Its amendment has left the group, or its passage has changed: now, or when the form was refused before. */
function listTyped({ group, form }: AnswerProps): string[] {
  const whole = isWhole({ group, form })
  const wording = whole || !amendedAlone(group) ? form.wording : null
  return typedOnce([...form.typed, wording ?? '', (whole ? null : form.whole) ?? ''])
}
