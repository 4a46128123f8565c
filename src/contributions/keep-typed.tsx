import type { Actor } from '../permissions.ts'
import { dateTags, type Locale } from '../platform/messages.ts'
import { daysKept } from './days-kept.ts'
import { words } from './words.ts'

/** Whose text a browser keeps: their pseudonym; nobody's where nobody is signed in. */
export function writerOf({ personId, pseudonym }: Actor): string {
  return personId === null ? '' : pseudonym
}

type Props = {
  locale: Locale
  writer: string
  /** What the form shows can be got again: nothing was typed yet, or it is kept as a draft. */
  safe: boolean
}

/**
 * First in a form: has the browser keep what is typed until it is sent, and offer it to whoever comes
 * back. With no script nothing is kept, nor said of it.
 */
export function KeepTyped({ locale, writer, safe }: Props) {
  const say = words(locale)
  return (
    <template
      data-behaviour="keep-typed"
      data-writer={writer}
      data-safe={safe ? 'yes' : 'no'}
      data-dates={dateTags[locale]}
      data-kept={say('unsent-kept', { date: '{date}' })}
      data-forgotten={say('unsent-forgotten')}
      data-taken={say('unsent-taken')}
      data-offline={say('unsent-offline')}
    >
      <section class="notice unsent" aria-labelledby="unsent-title">
        <h2 id="unsent-title">{say('unsent')}</h2>
        <output />
        <blockquote dir="auto" />
        <div class="actions">
          <button type="button" class="take">
            {say('unsent-take')}
          </button>
          <button type="button" class="quiet forget">
            {say('unsent-forget')}
          </button>
          <button type="button" class="quiet undo" hidden>
            {say('unsent-undo')}
          </button>
        </div>
      </section>
      <div class="keeping">
        <output />
        <p class="fine">{say('typed-is-kept', { days: daysKept })}</p>
      </div>
    </template>
  )
}
