import type { Db } from '../platform/db/connect.ts'
import { listFollows, type Due } from './digest-store.ts'
import type { Follower } from './news.ts'

type Asked = Pick<Due, 'personId' | 'toldUntil' | 'answersAtOnce'>

/** What these people follow, by person. */
export async function listFollowers(
  db: Db,
  people: readonly Asked[],
): Promise<Map<number, Follower>> {
  const rows = await listFollows(
    db,
    people.map(({ personId }) => personId),
  )
  const byPerson = Map.groupBy(rows, ({ personId }) => personId)
  return new Map(
    people.map((person) => {
      const own = byPerson.get(person.personId) ?? []
      const ended = own.flatMap(({ followed, number }) => (followed ? [] : (number ?? [])))
      const follows = own.filter(({ followed }) => followed)
      return [person.personId, { ...person, follows, ended: new Set(ended) }]
    }),
  )
}
