import type { Locale } from '../platform/messages.ts'
import { sayDate } from '../platform/messages.ts'
import { invitationsADay, longestMessage, waitingForOneAddress } from './invitation.ts'
import type { InvitingProblem } from './invite-person.ts'
import { lastDay } from './last-day.ts'
import { words } from './words.ts'

export type ShownProblem = InvitingProblem | 'signed-out'

/** By the id of the control that each problem is about. */
const fields: Record<ShownProblem, string> = {
  'no-email': 'email',
  'email-unreadable': 'email',
  'too-many-a-day': 'email',
  'too-many-waiting': 'email',
  'no-language': 'language',
  'no-such-role': 'role',
  'no-until': 'until',
  'until-unreadable': 'until',
  'until-past': 'until',
  'until-too-late': 'until',
  'message-too-long': 'message',
  'signed-out': 'signed-out',
}

const limits: Partial<Record<ShownProblem, number>> = {
  'too-many-a-day': invitationsADay,
  'too-many-waiting': waitingForOneAddress,
  'message-too-long': longestMessage,
}

type Said = { locale: Locale; problems: readonly ShownProblem[]; latest: Date | null }

/** What the error summary shows: each problem with its control. */
export function sayProblems({ locale, problems, latest }: Said) {
  return problems.map((problem) => ({
    field: fields[problem],
    sentence: words(locale)(problem, {
      limit: limits[problem] ?? 0,
      latest: latest ? sayDate(locale, lastDay(latest)) : '',
    }),
  }))
}

/** What is wrong with a control; undefined when nothing is. */
export function problemOf(said: Said) {
  return (id: string): string | undefined =>
    sayProblems(said).find(({ field }) => field === id)?.sentence
}
