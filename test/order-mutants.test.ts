import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Mutant } from '../scripts/mutant-list.ts'
import { orderMutants, readChanges } from '../scripts/order-mutants.ts'

const mutants = Array.from({ length: 40 }, (_, at): Mutant => ({
  name: `mutant ${at}`,
  file: `src/file-${at}.ts`,
  replace: 'a',
  by: 'b',
  guard: { test: `test/file-${at}.test.ts` },
}))
const changed = new Map(
  mutants.flatMap(({ file }, at) => [
    [file, 1000 + at] as const,
    [`test/file-${at}.test.ts`, 1000] as const,
  ]),
)

test('what changed last is tried every other time, each mutant once', () => {
  const ordered = orderMutants(mutants, changed, 'one commit')
  assert.equal(new Set(ordered).size, mutants.length)
  assert.equal(ordered.length, mutants.length)
  assert.equal(ordered[0]?.name, 'mutant 39')
  const newest = new Set(ordered.slice(0, 20).map(({ name }) => name))
  for (let at = 30; at < 40; at += 1) assert.ok(newest.has(`mutant ${at}`), `mutant ${at}`)
})

test('a guard that changed, or was never committed, counts as what it guards', () => {
  const guarded = new Map(changed).set('test/file-3.test.ts', 9000)
  assert.equal(orderMutants(mutants, guarded, 'one commit')[0]?.name, 'mutant 3')
  guarded.delete('src/file-5.ts')
  assert.equal(orderMutants(mutants, guarded, 'one commit')[0]?.name, 'mutant 5')
})

test('another commit draws others, the same one the same', () => {
  assert.deepEqual(namesAt('one commit'), namesAt('one commit'))
  assert.notDeepEqual(namesAt('one commit'), namesAt('another commit'))
})

test('a file changed when the newest commit that names it did', () => {
  const log = '30\n\nsrc/one.ts\n\n20\n\nsrc/one.ts\nsrc/two.ts\n'
  assert.deepEqual(
    [...readChanges(log)],
    [
      ['src/one.ts', 30],
      ['src/two.ts', 20],
    ],
  )
})

function namesAt(commit: string): string[] {
  return orderMutants(mutants, changed, commit).map(({ name }) => name)
}
