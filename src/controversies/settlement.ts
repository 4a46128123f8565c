import type { Day } from '../platform/paris-days.ts'
import { isWebAddress } from '../platform/web-address.ts'
import { isBlank } from '../text/index.ts'
import { limits, type Settlement } from './controversy.ts'

export const places = ['edition', 'answer', 'meeting'] as const
export type PlaceKind = (typeof places)[number]

/** As an editor typed it. */
export type TypedSettlement = {
  day: string
  month: string
  year: string
  where: PlaceKind | null
  /** A number of an edition. */
  edition: string
  /** A number of a contribution that has its answer. */
  answered: string
  link: string
  how: string
}

export const nothingTyped: TypedSettlement = {
  day: '',
  month: '',
  year: '',
  where: null,
  edition: '',
  answered: '',
  link: '',
  how: '',
}

export type SettlementProblem =
  | 'no-such-date'
  | 'date-to-come'
  | 'no-where'
  | 'no-such-edition'
  | 'not-answered'
  | 'link-unreadable'
  | 'link-too-long'
  | 'no-how'
  | 'how-too-long'

/** `today`: in Paris. `answered`: of the controversy's contributions, those that have their answer. */
type Known = { today: Day; editions: readonly number[]; answered: readonly number[] }

export type ReadSettlement =
  | { ok: true; settlement: Settlement }
  | { ok: false; problems: SettlementProblem[] }

/** What was typed, as a settlement, or all that is wrong with it. */
export function readSettlement(typed: TypedSettlement, known: Known): ReadSettlement {
  const on = readDay(typed)
  const how = typed.how.trim()
  const link = typed.link.trim()
  const problems = [
    on === null ? ('no-such-date' as const) : on > known.today ? ('date-to-come' as const) : null,
    checkPlace({ ...typed, link }, known),
    isBlank(how) ? ('no-how' as const) : how.length > limits.how ? ('how-too-long' as const) : null,
  ].filter((problem) => problem !== null)
  if (on === null || problems.length > 0) return { ok: false, problems }
  return {
    ok: true,
    settlement: {
      on,
      how,
      editionNumber: typed.where === 'edition' ? Number(typed.edition) : null,
      answeredNumber: typed.where === 'answer' ? Number(typed.answered) : null,
      link: typed.where === 'meeting' ? link : null,
    },
  }
}

function checkPlace(
  { where, edition, answered, link }: TypedSettlement,
  known: Known,
): SettlementProblem | null {
  if (where === null) return 'no-where'
  if (where === 'edition') return isAmong(edition, known.editions) ? null : 'no-such-edition'
  if (where === 'answer') return isAmong(answered, known.answered) ? null : 'not-answered'
  if (link.length > limits.link) return 'link-too-long'
  return isWebAddress(link) ? null : 'link-unreadable'
}

function isAmong(typed: string, numbers: readonly number[]): boolean {
  return /^[1-9]\d{0,8}$/.test(typed.trim()) && numbers.includes(Number(typed))
}

/** `Date` takes 31 February for 3 March. */
function readDay({ day, month, year }: TypedSettlement): Day | null {
  const text = `${year.trim()}-${month.trim().padStart(2, '0')}-${day.trim().padStart(2, '0')}`
  if (!/^20\d\d-\d\d-\d\d$/.test(text)) return null
  const date = new Date(`${text}T00:00:00Z`)
  const isDay = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
  return isDay ? text : null
}
