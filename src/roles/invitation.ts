import { isBlank } from '../text/index.ts'
import { dayInParis, nextMidnightInParis, type Day } from '../platform/paris-days.ts'
import type { OfferedLocale } from '../platform/messages.ts'
import type { GrantedRole, Scope } from '../permissions.ts'

/** How long one may be accepted. */
export const invitationDays = 14
/** For how long a role is lent at most, with the first day and the last. */
export const delegationDays = 366
/** So that nobody's mailbox is flooded from here. */
export const invitationsADay = 50
export const waitingForOneAddress = 3
/** Characters. */
export const longestMessage = 2000

export type Invitation = {
  id: number
  /** Null once it is forgotten whom it was for. */
  email: string | null
  locale: string
  message: string | null
  /** Null where it only invites to take part. */
  role: GrantedRole | null
  scope: Scope
  until: Date | null
  delegatedFrom: number | null
  invitedBy: number
  inviter: string
  createdAt: Date
  expiresAt: Date
  acceptedAt: Date | null
  acceptedBy: number | null
  withdrawnAt: Date | null
}

export type InvitationState = 'waiting' | 'accepted' | 'withdrawn' | 'expired'

export function stateOf(invitation: Invitation, now: Date): InvitationState {
  if (invitation.acceptedAt) return 'accepted'
  if (invitation.withdrawnAt) return 'withdrawn'
  return invitation.expiresAt > now ? 'waiting' : 'expired'
}

/** What a form says of an invitation, as it was sent. `until` is the last day, as YYYY-MM-DD, or nothing. */
export type TypedInvitation = {
  email: string
  locale: string
  role: string
  until: string
  message: string
}

export type TypedProblem =
  | 'no-email'
  | 'email-unreadable'
  | 'no-language'
  | 'no-such-role'
  | 'no-until'
  | 'until-unreadable'
  | 'until-past'
  | 'until-too-late'
  | 'message-too-long'

export type CheckedInvitation = {
  email: string
  locale: OfferedLocale
  role: GrantedRole | null
  until: Date | null
  message: string | null
}

type Bounds = { now: Date; latest: Date | null; needed: boolean }

type CheckedUntil = { ok: true; until: Date | null } | { ok: false; problem: TypedProblem }

/**
 * Until when a role is given: to the end in Paris of the day that was typed. `latest`: no later than that
 * moment; `needed`: not for ever.
 */
export function checkUntil(typed: string, { now, latest, needed }: Bounds): CheckedUntil {
  if (isBlank(typed)) {
    return needed ? { ok: false, problem: 'no-until' } : { ok: true, until: null }
  }
  const day = readDay(typed.trim())
  if (day === null) return { ok: false, problem: 'until-unreadable' }
  const until = nextMidnightInParis(new Date(`${day}T12:00:00Z`))
  if (until <= now) return { ok: false, problem: 'until-past' }
  if (latest !== null && until > latest) return { ok: false, problem: 'until-too-late' }
  return { ok: true, until }
}

/** A day that there is, as browsers send it or as it is written (31/12/2026); null for anything else. */
function readDay(typed: string): Day | null {
  const [, written = ''] = /^(\d{1,2}[./]\d{1,2}[./]\d{4})$/.exec(typed) ?? []
  const [day = '', month = '', year = ''] = written.split(/[./]/)
  const iso = written ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : typed
  if (!/^20\d\d-\d\d-\d\d$/.test(iso)) return null
  const moment = new Date(`${iso}T12:00:00Z`)
  return Number.isNaN(moment.getTime()) || dayInParis(moment) !== iso ? null : iso
}

/** The last moment to which a role can be lent: the end of a day a year on, and no later than it is held. */
export function latestDelegation(until: Date | null, now: Date): Date {
  const year = nextMidnightInParis(
    new Date(now.getTime() + (delegationDays - 1) * 24 * 3600 * 1000),
  )
  return until !== null && until < year ? until : year
}
