import { isBlank } from '../text/index.ts'
import {
  mandateRoles,
  readFrom,
  readUntil,
  type Mandate,
  type MandateRole,
  type Member,
} from './mandate.ts'

/** What a form says of a hand-over: the successor's membership, the day, and the last day of their mandates. */
export type TypedHandOver = { successor: string; from: string; until: string }

export type HandOverProblem =
  | 'no-successor'
  | 'no-day'
  | 'from-unreadable'
  | 'from-past'
  | 'from-today'
  | 'until-unreadable'
  | 'until-past'
  | 'until-before-from'
  | 'planned-already'
  | 'plan-changed'

/** What will be done at that moment, as it is shown before it is confirmed. */
export type Plan = {
  successor: Member
  at: Date
  until: Date | null
  /** Those that end then, which would have gone on: of the successor too, whose new ones follow. */
  ending: Mandate[]
  /** What the successor is given: not what they have from then on already. */
  given: MandateRole[]
}

export type Planned = { ok: true; plan: Plan } | { ok: false; problems: HandOverProblem[] }

type Facts = { members: readonly Member[]; mandates: readonly Mandate[]; now: Date }

/** The day is after today, so that it can be undone; everybody's mandates end as it begins. */
export function planHandOver(typed: TypedHandOver, { members, mandates, now }: Facts): Planned {
  const successor = members.find(
    ({ id, since }) => since !== null && String(id) === typed.successor,
  )
  const from = readDate(typed.from, now)
  const until = readUntil(typed.until, now)
  const problems: HandOverProblem[] = [
    ...(successor ? [] : ['no-successor' as const]),
    ...(from.ok ? [] : [from.problem]),
    ...(until.ok ? [] : [until.problem]),
  ]
  if (!successor || !from.ok || !until.ok) return { ok: false, problems }
  const { at } = from
  if (until.at !== null && until.at <= at) return { ok: false, problems: ['until-before-from'] }
  const later = mandates.filter(
    ({ personId, from: begins }) => personId === successor.personId && begins >= at,
  )
  const plan = {
    successor,
    at,
    until: until.at,
    ending: mandates.filter(
      (mandate) => mandate.from < at && (mandate.until === null || mandate.until > at),
    ),
    given: mandateRoles.filter((role) => !later.some((mandate) => mandate.role === role)),
  }
  return { ok: true, plan }
}

/** What was shown before it is confirmed: another plan than that is shown anew. */
export function markOf({ successor, at, until, ending, given }: Plan): string {
  const ids = ending.map(({ id }) => id)
  return [successor.id, at.toISOString(), until?.toISOString() ?? '', ...ids, ...given].join(' ')
}

function readDate(typed: string, now: Date) {
  if (isBlank(typed)) return { ok: false as const, problem: 'no-day' as const }
  const from = readFrom(typed, now)
  if (from.ok && from.at <= now) return { ok: false as const, problem: 'from-today' as const }
  return from
}

/** A hand-over that is planned: it can be undone until its day. */
export type HandOver = {
  id: number
  at: Date
  successorId: number
  successor: string
  plannedBy: string
  plannedAt: Date
}
