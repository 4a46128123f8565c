import { FormField } from '../ui/form-field.tsx'

type Props = {
  id: string
  /** Where it is not its id. */
  name?: string
  label: string
  hint: string
  value: string
  problem: string | undefined
  rows?: number
}

/** A field for a few sentences. */
export function WordsField({ id, name = id, label, hint, value, problem, rows = 5 }: Props) {
  return (
    <FormField id={id} label={label} hint={hint} problem={problem}>
      {(described) => (
        <textarea {...described} name={name} rows={rows}>
          {value}
        </textarea>
      )}
    </FormField>
  )
}
