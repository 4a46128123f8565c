import { followThing, keepSetting } from '../notices/index.ts'
import type { Filling } from './filling.ts'
import { calendar } from './sample.ts'

/** Somebody who follows the report, and is told of it every day. */
export async function fillFollowing({ db, report, people, daysAgo }: Filling): Promise<void> {
  const reader = people('habitante')
  const then = daysAgo(calendar.first)
  await followThing(db, reader, { kind: 'report', id: report.slug }, then)
  await keepSetting(db, reader, { cadence: 'daily', weekday: 1, answers: true }, then)
}
