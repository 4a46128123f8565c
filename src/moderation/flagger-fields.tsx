import { FormField } from '../ui/form-field.tsx'
import { flagLimits } from './flag.ts'
import { problemOf, type FlagProps } from './flag-props.ts'
import { words } from './words.ts'

/** Who flags, and that they do so in good faith. */
export function FlaggerFields(props: FlagProps) {
  const { frame, typed } = props
  const say = words(frame.locale)
  const faith = problemOf(props, 'good-faith')
  return (
    <fieldset>
      <legend>{say('flag-you')}</legend>
      {frame.viewerName === null ? (
        <VisitorFields {...props} />
      ) : (
        <p class="hint">{say('flag-as', { name: frame.viewerName })}</p>
      )}
      <div id="good-faith" class={faith ? 'refused' : undefined}>
        {faith && <p class="problem">{faith}</p>}
        <label class="choice">
          <input
            type="checkbox"
            name="goodFaith"
            value="1"
            checked={typed.goodFaith}
            required
            {...(faith && { 'aria-invalid': 'true' as const })}
          />
          <span>{say('flag-good-faith')}</span>
        </label>
      </div>
    </fieldset>
  )
}

function VisitorFields(props: FlagProps) {
  const { frame, typed } = props
  const say = words(frame.locale)
  return (
    <>
      <p class="hint">{say('flag-you-hint')}</p>
      <FormField id="name" label={say('flag-name')} problem={problemOf(props, 'name')}>
        {(described) => (
          <input
            {...described}
            type="text"
            name="name"
            value={typed.name}
            autocomplete="name"
            maxlength={flagLimits.name}
            dir="auto"
          />
        )}
      </FormField>
      <FormField id="email" label={say('flag-email')} problem={problemOf(props, 'email')}>
        {(described) => (
          <input
            {...described}
            type="email"
            name="email"
            value={typed.email}
            autocomplete="email"
            maxlength={254}
            dir="ltr"
          />
        )}
      </FormField>
    </>
  )
}
