import { makeControversy, publishControversy } from '../controversies/index.ts'
import { makeGroup } from '../groups/index.ts'
import { assertDone } from './assert-done.ts'
import { contributionNamed, type Filling } from './filling.ts'
import { controversy, group } from './groups.ts'

/** Contributions that say alike, put together; and a question on which others differ, laid before readers. */
export async function fillGroups(filling: Filling): Promise<void> {
  const { db, report, people, daysAgo } = filling
  const numbersOf = (keys: readonly string[]) =>
    keys.map((key) => contributionNamed(filling.numbers, key))
  const { title, shared } = group
  const making = {
    report,
    words: { title, shared },
    numbers: numbersOf(group.of),
    key: 'demonstration-group',
  }
  assertDone(await makeGroup(db, people(group.by), making, daysAgo(group.daysAgo)))

  const { by, question, lead } = controversy
  const positions = controversy.positions.map(({ statement, of }) => ({
    statement,
    numbers: numbersOf(of).join(', '),
  }))
  const typed = { question, lead, positions }
  const key = 'demonstration-controversy'
  const editor = people(by)
  const made = await makeControversy(
    db,
    editor,
    { report, typed, key },
    daysAgo(controversy.daysAgo),
  )
  assertDone(made)
  if (!made.ok) return
  const on = { report, id: made.id, read: 1 }
  const then = daysAgo(controversy.publishedDaysAgo)
  assertDone(await publishControversy(db, editor, on, then))
}
