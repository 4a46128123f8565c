import { controversyAddresses, findControversy } from '../controversies/index.ts'
import { findGroup, groupAddresses } from '../groups/index.ts'
import type { Db } from '../platform/db/connect.ts'
import type { Locale } from '../platform/messages.ts'
import type { Report } from '../reports/index.ts'
import type { About, AnswerProblem } from './answer.ts'

/** A group or a controversy before readers, as an answer speaks of it. */
export type FoundAbout = {
  about: About
  title: string
  /** Its contributions. */
  numbers: readonly number[]
}

/** What an answer is about beyond its contributions; undefined where that is dissolved, a draft, or of another report. */
export async function findAbout(
  db: Db,
  reportId: number,
  about: About,
): Promise<FoundAbout | undefined> {
  if (about.kind === 'group') {
    const group = await findGroup(db, reportId, about.id)
    if (!group || group.dissolvedAt) return undefined
    return { about, title: group.title, numbers: group.numbers }
  }
  const controversy = await findControversy(db, reportId, about.id)
  if (!controversy || controversy.state === 'draft') return undefined
  const numbers = controversy.positions.flatMap((position) => position.numbers)
  return { about, title: controversy.question, numbers }
}

/** What keeps contributions from being answered as those of it. */
export async function checkAbout(
  db: Db,
  reportId: number,
  about: About,
  numbers: readonly number[],
): Promise<AnswerProblem[]> {
  const found = await findAbout(db, reportId, about)
  if (!found) return [{ number: null, problem: 'about-gone' }]
  return numbers
    .filter((number) => !found.numbers.includes(number))
    .map((number) => ({ number, problem: 'not-of-these' }))
}

/** Where everybody reads it. */
export function addressOfAbout(locale: Locale, report: Report, { kind, id }: About): string {
  return kind === 'group'
    ? groupAddresses(locale, report).page(id)
    : controversyAddresses(locale, report).page(id)
}
