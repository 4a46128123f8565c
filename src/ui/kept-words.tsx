import type { Locale } from '../platform/messages.ts'
import { FormField } from './form-field.tsx'
import { words } from './words.ts'

type Props = { locale: Locale; typed: readonly string[] }

/** What somebody typed into a form that could not be taken, as text to copy; nothing where they typed nothing. */
export function KeptWords({ locale, typed }: Props) {
  const say = words(locale)
  if (typed.length === 0) return null
  return (
    <section class="stacked" aria-labelledby="what-you-typed">
      <h2 id="what-you-typed">{say('what-you-typed')}</h2>
      {typed.map((text, at) => (
        <FormField
          id={`typed-${at}`}
          label={say('typed', { count: typed.length, at: at + 1 })}
          hint={at === 0 ? say('typed-hint') : undefined}
        >
          {(described) => (
            <textarea {...described} rows={6} readonly dir="auto">
              {text}
            </textarea>
          )}
        </FormField>
      ))}
    </section>
  )
}
