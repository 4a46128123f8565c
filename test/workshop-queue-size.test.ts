import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { submitAt, textOf, type Somebody } from './take-part.ts'
import { openWorld, type World } from './world.ts'

const workshop = '/fr/workshop/reports/petite-loi'

let world: World
let camille: Somebody
let first = 0
before(async () => {
  world = await openWorld()
  camille = await world.person({ name: 'Camille', role: 'rapporteur' })
  const { actor } = await world.person({ name: 'Nour' })
  const sent = await submitAt(world, actor, new Date(Date.now() - 100 * 24 * 3600 * 1000))
  assert.ok(sent.ok)
  first = sent.number
})
after(() => world.close())

const queue = (query = '') => textOf(world.get(`${workshop}${query}`, camille))

async function countListed(query: string): Promise<number> {
  return [...(await queue(query)).matchAll(/<input type="checkbox" name="c"/g)].length
}

test('thousands of contributions are listed in every order, fifty a page', async () => {
  await fillWith(5000)
  for (const query of [
    '?order=passage&page=60',
    '?order=supported&page=3',
    '?order=newest&kind=remark&older=7&page=2',
    '?page=100',
  ]) {
    assert.equal(await countListed(query), 50, query)
  }
  assert.match(
    await queue('?order=newest&kind=remark&older=7'),
    /kind=remark&amp;older=7&amp;order=newest&amp;page=2/,
  )
})

test('thousands of amendments are narrowed down to those that compete, a page at a time', async () => {
  await fillWith(5000, { kind: 'amendment' })
  for (const obstacle of ['rivals', 'equals']) {
    assert.equal(await countListed(`?obstacle=${obstacle}&page=3`), 50, obstacle)
  }
  assert.equal(await countListed('?obstacle=changed'), 0)
  const page = await queue('?obstacle=rivals&kind=amendment')
  assert.match(page, /En concurrence avec les amendements[^<]*et \d+ autres</)
})

/** Copies of one remark on passages of the report, or amendments, past the acts: only their number matters. */
async function fillWith(count: number, as: { kind?: 'amendment' } = {}): Promise<void> {
  const { db } = world
  const blocks = await db.selectFrom('edition_block').selectAll().orderBy('position').execute()
  const { number: _, ...row } = await db
    .selectFrom('contribution')
    .selectAll()
    .where('number', '=', first)
    .executeTakeFirstOrThrow()
  const revision = await db
    .selectFrom('revision')
    .selectAll()
    .where('contribution_number', '=', first)
    .executeTakeFirstOrThrow()
  await db.transaction().execute(async (tx) => {
    for (let at = 0; at < count; at += 500) {
      const made = await tx
        .insertInto('contribution')
        .values(
          Array.from({ length: 500 }, (_none, within) => ({
            ...row,
            ...as,
            idempotency_key: `filled-${as.kind}-${at + within}`,
            supports: (at + within) % 7,
          })),
        )
        .returning('number')
        .execute()
      const revisions = made.map(({ number }) => ({
        ...revision,
        wording: as.kind ? `Rédaction ${number % 3}` : null,
        contribution_number: number,
      }))
      await tx.insertInto('revision').values(revisions).execute()
      const passages = made.flatMap(({ number }) => {
        const block = blocks[number % blocks.length]
        if (!block) return []
        return {
          contribution_number: number,
          edition_id: block.edition_id,
          block_id: block.block_id,
          start_offset: 0,
          end_offset: block.text.length,
          exact: block.text,
          prefix: '',
          suffix: '',
        }
      })
      await tx.insertInto('passage').values(passages).execute()
      if (!as.kind) continue
      const amendments = made.flatMap(({ number }) => {
        const base_sha256 = blocks[number % blocks.length]?.sha256
        return base_sha256 ? [{ contribution_number: number, base_sha256, sentences: [1] }] : []
      })
      await tx.insertInto('amendment').values(amendments).execute()
    }
  })
}
