import assert from 'node:assert/strict'
import { randomInt } from 'node:crypto'
import { after, before, test, type TestContext } from 'node:test'
import {
  awaitReceipts,
  checkContributions,
  checkJobs,
  checkReceipts,
  checkRecord,
  countCopies,
} from './crash/checks.ts'
import { planRound, playRound, submissions, type Round } from './crash/round.ts'
import { openSite, type Part, type Site } from './crash/site.ts'

let site: Site
const endings: (() => Promise<void>)[] = []
before(async () => (site = await openSite({ after: (end) => void endings.unshift(end) })))
after(async () => {
  const problems: unknown[] = []
  // What did not end well must not keep the rest from ending.
  for (const end of endings) await end().catch((problem: unknown) => problems.push(problem))
  assert.deepEqual(problems, [])
})

/** `npm run test:crash`: ten kills of each; `VIVACE_TEST_SEED` repeats their moments. */
const kills = process.env['VIVACE_TEST_CRASH'] ? 10 : 1
const seed = Number(process.env['VIVACE_TEST_SEED'] ?? randomInt(1_000_000))
const random = randomFrom(seed)

/** Of both tests: what one made must still be there after the other. */
const played: Round[] = []

test('the program is killed in the middle of 200 submissions, and nothing is lost', (t) =>
  survive(t, 'program'))

test('the database is killed in the middle of 200 submissions, and nothing is lost', (t) =>
  survive(t, 'database'))

async function survive(t: TestContext, part: Part): Promise<void> {
  t.diagnostic(`seed ${seed}`)
  const rounds: Round[] = []
  for (let at = 0; at < kills; at += 1) {
    const round = await playRound(site, planRound(part, at, random))
    rounds.push(round)
    played.push(round)
    // Else later rounds would be about how fast mails leave while pages take the whole machine.
    await awaitReceipts(site, played)
  }
  for (const { acknowledged } of rounds) assert.equal(acknowledged.length, submissions)
  const inbox = await awaitReceipts(site, played)
  await checkJobs(site)
  await checkContributions(site, played)
  const copies = countCopies(played, inbox)
  t.diagnostic('killed    acked before  resent  back after  slowest receipt  copies')
  for (const round of rounds) t.diagnostic(sayRound(round, checkReceipts(round, inbox), copies))
  for (const count of copies.values())
    assert.ok(count <= 1, `${count} mails came twice of one kill`)
  await checkRecord(site)
}

function sayRound(round: Round, slowest: number, copies: Map<Round, number>): string {
  const { part, killedAt, restartedAt, acknowledged } = round
  const before = acknowledged.filter(({ at }) => at <= killedAt).length
  const resent = acknowledged.filter(({ sent }) => sent > 1).length
  return [
    part.padEnd(8),
    String(before).padStart(13),
    String(resent).padStart(7),
    seconds(Number(restartedAt) - Number(killedAt)).padStart(11),
    seconds(slowest).padStart(16),
    String(copies.get(round)).padStart(7),
  ].join(' ')
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`
}

/** Numbers from 0 to 1 that look like chance, the same for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    // Numerical Recipes' generator: far good enough to choose moments.
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
