import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { verifyRecord, type RecordFinding } from '../src/editions/index.ts'
import { openWorld, type World } from './world.ts'

type Somebody = Awaited<ReturnType<World['person']>>
type Verification = Awaited<ReturnType<typeof verifyRecord>>
type Amending = { sentence: string; wording: string; edition: number }

export type Tampering = {
  world: World
  /** Proposes a wording for that sentence of the first article, in Nour's name. */
  amend(amending: Amending): Promise<void>
  /** Does what only the database's owner can, verifies the record, and takes it back. */
  verifyAfter(...statements: string[]): Promise<Verification>
  /** What is found is this, and nothing else. */
  finds(statement: string | string[], ...expected: string[]): Promise<void>
  findsAmongOthers(statement: string | string[], ...expected: string[]): Promise<void>
}

/** Two editions, and since: an answer that declined (2), one that accepted (3), and 4 that waits. */
export async function openTampering(): Promise<Tampering> {
  const world = await openWorld()
  const nour = await world.person({ name: 'Nour' })
  const camille = await world.person({ name: 'Camille', role: 'rapporteur' })
  // One person publishes only so much in an hour.
  const amend = async (amending: Amending) =>
    submit(
      world,
      forms < 10 ? nour : await world.person({ name: `Nour ${Math.floor(forms / 10)}` }),
      amending,
    )
  await amend({ sentence: '2', wording: 'Elle la met à jour chaque trimestre.', edition: 1 })
  await answer(world, camille, { number: 1, decision: 'accepted' })
  await amend({ sentence: '2', wording: 'Elle la met à jour chaque mois.', edition: 1 })
  await publish(world)
  await answer(world, camille, { number: 2, decision: 'declined' })
  await amend({ sentence: '1', wording: 'Chaque commune publie la liste.', edition: 2 })
  await answer(world, camille, { number: 3, decision: 'accepted' })
  await amend({ sentence: '1', wording: 'Chaque commune donne la liste.', edition: 2 })
  await world.seal()

  const verifyAfter = (...statements: string[]) => verifyTampered(world, statements)
  const findAfter = async (statement: string | string[]) =>
    say((await verifyAfter(...[statement].flat())).findings)
  return {
    world,
    amend,
    verifyAfter,
    finds: async (statement, ...expected) =>
      assert.deepEqual(await findAfter(statement), expected, String(statement)),
    findsAmongOthers: async (statement, ...expected) => {
      const found = await findAfter(statement)
      for (const one of expected) {
        assert.ok(found.includes(one), `${String(statement)}: ${one}\n${found.join('\n')}`)
      }
    },
  }
}

export function say(findings: readonly RecordFinding[]): string[] {
  return findings.map(({ kind, object, problem }) => `${kind} ${object}: ${problem}`)
}

let forms = 0
async function submit(world: World, as: Somebody, amending: Amending): Promise<void> {
  const block = await world.blockWith('Chaque commune publie')
  const form: [string, string][] = [
    ['sentence', amending.sentence],
    ['edition', String(amending.edition)],
    ['wording', amending.wording],
    ['body', 'Une année est trop longue.'],
    ['key', `key-of-this-form-${(forms += 1)}`],
    ['step', 'publish'],
  ]
  const address = `/fr/reports/petite-loi/passages/${block.id}/amendments`
  assert.equal((await world.post(address, form, as)).status, 303)
}

type Answering = { number: number; decision: string }
async function answer(world: World, as: Somebody, { number, decision }: Answering): Promise<void> {
  const form: [string, string][] = [
    ['c', String(number)],
    ['revision', `${number}.1`],
    ['decision', decision],
    ['reason', 'Voici pourquoi.'],
  ]
  const address = '/fr/workshop/reports/petite-loi/answers'
  assert.equal((await world.post(address, form, as)).status, 303)
}

async function publish(world: World): Promise<void> {
  const salome = await world.person({ name: 'Salomé' })
  const form: [string, string][] = [['unanswered', 'confirmed']]
  const published = await world.post('/fr/workshop/reports/petite-loi/editions', form, salome)
  assert.equal(published.status, 303)
}

/** Does what only the database's owner can, verifies the record, and takes it back. */
export async function verifyTampered(
  { db }: World,
  statements: readonly string[],
): Promise<Verification> {
  const verified: Verification[] = []
  const undone = new Error('taken back')
  const unguarded = 'set local session_replication_role = replica'
  await db
    .transaction()
    .execute(async (tx) => {
      await sql.raw([unguarded, ...statements].join(';')).execute(tx)
      verified.push(await verifyRecord(tx))
      throw undone
    })
    .catch((error: unknown) => assert.equal(error, undone))
  const [verification] = verified
  assert.ok(verification)
  return verification
}
