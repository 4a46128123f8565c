import type { GrantedRole } from '../permissions.ts'
import {
  inLanguage,
  localeNames,
  offeredLocales,
  sayDate,
  type Locale,
} from '../platform/messages.ts'
import { FormField } from '../ui/form-field.tsx'
import { longestMessage, type TypedInvitation } from './invitation.ts'
import { lastDay } from './last-day.ts'
import { problemOf, type ShownProblem } from './say-problem.ts'
import { keyOf, sayRole } from './say-role.ts'
import { words } from './words.ts'

export type InvitationForm = {
  locale: Locale
  typed: TypedInvitation
  problems: readonly ShownProblem[]
  /** Those to choose from; null where the role is given already. */
  roles: readonly GrantedRole[] | null
  /** The last moment to which the role can be given; null where it may have no end. */
  latest: Date | null
  /** For how long the address is remembered. */
  daysKept: number
}

/** Whom to invite, in which language, to what and until when. */
export function InvitationFields(props: InvitationForm) {
  const { locale, typed, roles } = props
  const say = words(locale)
  const of = problemOf(props)
  return (
    <>
      <FormField
        id="email"
        label={say('email')}
        hint={say('email-hint', { days: props.daysKept })}
        problem={of('email')}
      >
        {(described) => (
          <input
            {...described}
            type="email"
            name="email"
            value={typed.email}
            autocomplete="off"
            maxlength={254}
            dir="ltr"
            required
          />
        )}
      </FormField>
      <FormField id="language" label={say('language')} problem={of('language')}>
        {(described) => (
          <select {...described} name="locale" required>
            {offeredLocales.map((offered) => (
              <option value={offered} selected={offered === typed.locale} {...inLanguage(offered)}>
                {localeNames[offered]}
              </option>
            ))}
          </select>
        )}
      </FormField>
      {roles !== null && <RoleChoice {...props} roles={roles} />}
      <UntilField {...props} />
      <MessageField {...props} />
    </>
  )
}

function RoleChoice({ roles, ...props }: InvitationForm & { roles: readonly GrantedRole[] }) {
  const { locale, typed } = props
  const say = words(locale)
  const problem = problemOf(props)('role')
  return (
    <fieldset id="role" tabindex={-1} aria-describedby={problem && 'role-problem'}>
      <legend>{say('role-choice')}</legend>
      {problem && (
        <p class="problem" id="role-problem">
          {problem}
        </p>
      )}
      <label class="choice">
        <input type="radio" name="role" value="" checked={typed.role === ''} />
        <span>{say('role-none')}</span>
      </label>
      {roles.map((role) => (
        <label class="choice">
          <input type="radio" name="role" value={role} checked={typed.role === role} />
          <span>
            {sayRole(locale, role)}{' '}
            <span class="hint">{say('role-does', { role: keyOf(role) })}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}

function UntilField(props: InvitationForm) {
  const { locale, typed, latest } = props
  const say = words(locale)
  return (
    <FormField
      id="until"
      label={say(latest ? 'until-day-needed' : 'until-day')}
      hint={
        latest
          ? say('until-hint-lent', { latest: sayDate(locale, lastDay(latest)) })
          : say('until-hint')
      }
      problem={problemOf(props)('until')}
    >
      {(described) => (
        <input
          {...described}
          type="text"
          name="until"
          value={typed.until}
          maxlength={10}
          autocomplete="off"
          dir="ltr"
          required={latest !== null}
        />
      )}
    </FormField>
  )
}

function MessageField(props: InvitationForm) {
  const say = words(props.locale)
  return (
    <FormField
      id="message"
      label={say('message')}
      hint={say('message-hint', { limit: longestMessage })}
      problem={problemOf(props)('message')}
    >
      {(described) => (
        <textarea {...described} name="message" rows={4} dir="auto">
          {props.typed.message}
        </textarea>
      )}
    </FormField>
  )
}
