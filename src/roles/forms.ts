import { z } from 'zod'
import { isBlank } from '../text/index.ts'
import { readEmail } from '../people/index.ts'
import type { GrantedRole } from '../permissions.ts'
import { isOffered, type OfferedLocale } from '../platform/messages.ts'
import {
  checkUntil,
  longestMessage,
  type CheckedInvitation,
  type TypedInvitation,
  type TypedProblem,
} from './invitation.ts'

const text = z
  .string()
  .max(20_000)
  .catch('')
  .transform((typed) => typed.replaceAll('\r\n', '\n'))

const invitationForm = z.object({
  email: text,
  locale: text,
  role: text,
  until: text,
  message: text,
})

export function parseInvitation(body: unknown): TypedInvitation {
  return invitationForm.parse(body)
}

type Bounds = {
  /** Those that may be given; the first is the only one where a role is delegated. */
  roles: readonly GrantedRole[]
  /** Whether it may invite without a role. */
  roleless: boolean
  now: Date
  /** The last moment to which the role can be given; null for no end. */
  latest: Date | null
  untilNeeded: boolean
}

export type Checked =
  | { ok: true; invitation: CheckedInvitation }
  | { ok: false; problems: TypedProblem[] }

/** What a field says, or what is wrong with it. */
type Read<Value> = { ok: true; value: Value } | { ok: false; problem: TypedProblem }

/** Reads what an invitation says; each problem is about one field. */
export function checkInvitation(typed: TypedInvitation, bounds: Bounds): Checked {
  const { now, latest, untilNeeded: needed } = bounds
  const email = readAddress(typed.email)
  const locale = readLanguage(typed.locale)
  const role = readRole(typed.role, bounds)
  const until = checkUntil(typed.until, { now, latest, needed })
  const message = readMessage(typed.message)
  if (email.ok && locale.ok && role.ok && until.ok && message.ok) {
    const invitation = {
      email: email.value,
      locale: locale.value,
      role: role.value,
      until: until.until,
      message: message.value,
    }
    return { ok: true, invitation }
  }
  const problems = [email, locale, role, until, message].flatMap((read) =>
    read.ok ? [] : read.problem,
  )
  return { ok: false, problems }
}

function readAddress(typed: string): Read<string> {
  const value = readEmail(typed)
  if (value !== null) return { ok: true, value }
  return { ok: false, problem: typed.trim() === '' ? 'no-email' : 'email-unreadable' }
}

function readLanguage(typed: string): Read<OfferedLocale> {
  return isOffered(typed) ? { ok: true, value: typed } : { ok: false, problem: 'no-language' }
}

/** The role that was chosen; null for none. */
function readRole(typed: string, { roles, roleless }: Bounds): Read<GrantedRole | null> {
  if (typed === '' && roleless) return { ok: true, value: null }
  const value = roles.find((role) => role === typed)
  return value ? { ok: true, value } : { ok: false, problem: 'no-such-role' }
}

function readMessage(typed: string): Read<string | null> {
  if (isBlank(typed)) return { ok: true, value: null }
  const value = typed.trim()
  if (Array.from(value).length > longestMessage) return { ok: false, problem: 'message-too-long' }
  return { ok: true, value }
}
