import assert from 'node:assert/strict'
import { test } from 'node:test'
import { noCauses } from '../src/changes/cause.ts'
import { changeByHand, type Plan } from '../src/changes/change-by-hand.ts'
import { followerOf, isDivision, planMerger, planSplit, planUndo } from '../src/changes/division.ts'
import {
  lastRemoval,
  planInsertion,
  planMove,
  planRemoval,
  planReturn,
  sectionOf,
} from '../src/changes/place-change.ts'
import { digestOf, planEdit } from '../src/changes/text-change.ts'
import { publishEdition, verifyRecord } from '../src/editions/index.ts'
import { grantRole, reportDomain } from '../src/roles/index.ts'
import { operator, type Actor, reportScope } from '../src/permissions.ts'
import { newBlockId } from '../src/platform/ids.ts'
import {
  findReport,
  listChanges,
  listChangesOf,
  listWorkingBlocks,
  type PlacedBlock,
  type Report,
} from '../src/reports/index.ts'
import { areMergeable, cutsOf } from '../src/text/index.ts'
import { publishFile } from './publish-file.ts'
import { openWorld, type World } from './world.ts'

const seed = 20_261_126
const acts = 1000
const perEdition = 100

/** Mulberry32: a sequence that is the same each time. */
function randomFrom(start: number) {
  let state = start
  return (below: number): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

const random = randomFrom(seed)
const oneOf = <T>(list: readonly T[]): T | undefined => list[random(list.length)]

let words = 0
/** A sentence that nothing else says. */
const sentence = () => `La phrase ${(words += 1)} dit quelque chose${'.!?'[random(3)]}`
const wording = () => Array.from({ length: 1 + random(4) }, sentence).join(' ')

type Editing = { world: World; report: Report; actor: Actor; now: () => Date }
type Act = (editing: Editing, blocks: readonly PlacedBlock[]) => Promise<Plan | undefined>

/** What an editor can do by hand; undefined where it can't be done to the text as it is. */
const kinds: Record<string, Act> = {
  edit: async ({ report, now }, all) => {
    const id = oneOf(all)?.id
    return (blocks) => {
      const block = blocks.find((one) => one.id === id)
      assert.ok(block)
      const described = { kind: null, level: 1, wording: wording() }
      return planEdit(block, described, { report, now: now() })
    }
  },
  insert: async ({ report, now }, all) => {
    const id = newBlockId()
    const after = oneOf(all)?.id ?? null
    const inserted = { kind: 'paragraph', level: 1, wording: wording(), after, id } as const
    return all.length > 45
      ? undefined
      : (blocks) => planInsertion(blocks, inserted, { report, now: now() })
  },
  move: async ({ report, now }, all) => {
    const block = oneOf(all)
    const after = oneOf(all)?.id ?? null
    if (!block || sectionOf(all, block).some(({ id }) => id === after)) return undefined
    const read = digestOf(sectionOf(all, block))
    return (blocks) => planMove(blocks, { id: block.id, after, read }, { report, now: now() })
  },
  remove: async ({ report, now }, all) => {
    const block = oneOf(all)
    if (!block || all.length < 20) return undefined
    const read = digestOf(sectionOf(all, block))
    const removal = { id: block.id, whole: false, read }
    return (blocks) => planRemoval(blocks, removal, { report, now: now() })
  },
  split: async ({ report, now }, all) => {
    const block = oneOf(all.filter((one) => cutsOf(one).length > 0))
    const cut = block && oneOf(cutsOf(block))
    if (!block || !cut) return undefined
    const splitting = { id: block.id, cut: cut.n, other: newBlockId(), read: digestOf([block]) }
    return (blocks) => planSplit(blocks, splitting, { report, now: now() })
  },
  merge: async ({ report, now }, all) => {
    const first = oneOf(
      all.filter((one) => {
        const next = followerOf(all, one.id)
        return next !== undefined && areMergeable(one, next)
      }),
    )
    const next = first && followerOf(all, first.id)
    if (!next) return undefined
    const read = digestOf([first, next])
    return (blocks) => planMerger(blocks, { id: first.id, read }, { report, now: now() })
  },
  undo: async ({ world, report, now }, all) => {
    const pending = (await listChanges(world.db, report.id, null)).toReversed()
    for (const change of pending.slice(0, 20)) {
      if (isDivision(change)) {
        const planned = planUndo(all, change, { report, now: now() })
        if (planned.ok) return (blocks) => planUndo(blocks, change, { report, now: now() })
      }
      const removed = lastRemoval(await listChangesOf(world.db, change.blockId))?.block
      const after = oneOf(all)?.id ?? null
      if (removed) return (blocks) => planReturn(blocks, { removed, after }, { report, now: now() })
    }
    return undefined
  },
}

const text = [
  '# Un texte',
  ...Array.from({ length: 5 }, (_, part) =>
    [`## Partie ${part + 1}`, ...Array.from({ length: 5 }, wording)].join('\n\n'),
  ),
].join('\n\n')

test(`after ${acts} changes by hand every id that was published still answers, and the record holds`, async () => {
  const world = await openWorld()
  try {
    await publishFile(world, 'texte', { name: 'texte.md', bytes: Buffer.from(text) })
    const report = await findReport(world.db, 'texte')
    assert.ok(report)
    const { actor, cookie } = await world.person({ name: 'Salomé' })
    const role = 'editor-in-chief' as const
    await grantRole(
      world.db,
      operator,
      { personId: actor.personId ?? 0, role, domain: reportDomain(report) },
      new Date(),
    )
    const grants = [{ role, scope: reportScope(report.id) }]
    let minute = Date.now()
    const now = () => new Date((minute += 1000))
    const editing = { world, report, actor: { ...actor, grants }, now }
    const done = await changeALot(editing)
    for (const kind of Object.keys(kinds))
      assert.ok((done.get(kind) ?? 0) > acts / 50, `${kind}: ${done.get(kind)} times`)

    await everyIdAnswers(editing, cookie)
    await world.seal()
    const { findings } = await verifyRecord(world.db)
    assert.deepEqual(findings, [])
  } finally {
    await world.close()
  }
})

/** Returns how often each kind of act was done. */
async function changeALot(editing: Editing): Promise<Map<string, number>> {
  const { world, report, actor, now } = editing
  const done = new Map<string, number>()
  const typed = { ...noCauses, erratum: true, reason: 'Une coquille.' }
  for (let made = 0; made < acts;) {
    const blocks = await listWorkingBlocks(world.db, report.id)
    const kind = oneOf(Object.keys(kinds)) ?? ''
    const plan = await kinds[kind]?.(editing, blocks)
    if (!plan) continue
    const changed = await changeByHand(world.db, actor, { report, typed }, plan)
    assert.deepEqual(changed, { ok: true }, `${kind}, after ${made} changes`)
    done.set(kind, (done.get(kind) ?? 0) + 1)
    made += 1
    if (made % perEdition > 0) continue
    const publication = { report, unansweredConfirmed: true, seen: null }
    assert.ok((await publishEdition(world.db, actor, publication, now())).ok)
  }
  return done
}

/** To readers once an edition had it; to editors in any case. */
async function everyIdAnswers({ world, report }: Editing, cookie: string): Promise<void> {
  const rows = await world.db
    .selectFrom('block')
    .leftJoin('edition_block', 'edition_block.block_id', 'block.id')
    .select('block.id')
    .select((the) => the.fn.count('edition_block.edition_id').as('editions'))
    .where('block.report_id', '=', report.id)
    .groupBy('block.id')
    .execute()
  const published = rows.filter(({ editions }) => Number(editions) > 0)
  assert.ok(published.length > 100, `${published.length} ids`)
  for (const { id } of published) {
    const short = await world.get(`/p/${id}`)
    assert.equal(short.status, 302, id)
    assert.equal((await world.get(short.headers.get('Location') ?? '')).status, 200, id)
  }
  for (const { id } of rows) {
    const page = await world.get(`/fr/workshop/reports/texte/text/${id}`, { cookie })
    assert.equal(page.status, 200, id)
  }
  for (let number = 2; number <= acts / perEdition + 1; number += 1) {
    const changes = await world.get(`/fr/reports/texte/editions/${number}/changes`)
    assert.equal(changes.status, 200)
  }
}
