import type { Db } from '../platform/db/connect.ts'
import type { Report } from '../reports/index.ts'
import type { People } from './fill-people.ts'

/** What each act of the filling needs. */
export type Filling = {
  db: Db
  report: Report
  people: People
  /** What was said so far: the numbers of contributions by their keys. */
  numbers: Map<string, number>
  /** What the addresses of topics call them, by their keys. */
  topics: Map<string, string>
  daysAgo: (days: number) => Date
}

/** The number that a contribution got. */
export function contributionNamed(numbers: ReadonlyMap<string, number>, key: string): number {
  const number = numbers.get(key)
  if (number === undefined) throw new Error(`nobody has said ${key} yet`)
  return number
}
