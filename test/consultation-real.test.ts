import assert from 'node:assert/strict'
import { test } from 'node:test'
import { verifyRecord } from '../src/editions/index.ts'
import { countImportedRows, noRows, readTable } from './consultation-files.ts'
import { createTestDatabase } from './database.ts'
import { finish, runVivace, settingsFor, signal, spawnVivace } from './run-vivace.ts'
import { sharedData } from './shared-data.ts'

const real = sharedData('republique-numerique/contributions.json')
const withReal = { skip: real === null && 'needs SHARED_DATA' }

async function publishRealBill(url: string): Promise<void> {
  const html = sharedData('republique-numerique/bill.html') ?? ''
  const grant = ['c@example.org', 'editor-in-chief', '--report', 'rn', '--name', 'C']
  for (const flags of [
    ['import', html, '--report', 'rn'],
    ['people', 'grant', ...grant],
    ['publish', '--report', 'rn', '--as', 'c@example.org'],
  ]) {
    const { code, stderr } = await runVivace(url, flags)
    assert.equal(code, 0, stderr)
  }
}

const realFlags = () => {
  const asked = sharedData('republique-numerique/bill.json') ?? ''
  return ['consultation', 'import', '--report', 'rn', '--bill', asked, real ?? '']
}

test('the consultation on the digital republic comes in whole, once', withReal, async () => {
  const { db, url, drop } = await createTestDatabase()
  try {
    await publishRealBill(url)
    const killed = spawnVivace(settingsFor(url), realFlags())
    killed.stderr?.on('data', (chunk) => {
      if (String(chunk).includes('of 4,986')) signal(killed, 'SIGKILL')
    })
    assert.equal((await finish(killed)).code, null)
    assert.deepEqual(await countImportedRows(db), noRows)

    const expected = {
      articles: 30,
      sections: 18,
      'new propositions': 666,
      arguments: 3994,
      sources: 326,
      withheld: 4,
      votes: 88_622,
      supports: 13_170,
      pseudonyms: 1538,
    }
    for (const added of [true, false]) {
      const { code, stdout, stderr } = await runVivace(url, realFlags())
      assert.equal(code, 0, stderr)
      for (const [label, count] of Object.entries(expected)) {
        assert.deepEqual(readTable(stdout).get(label), [count, count, added ? count : 0], label)
      }
      assert.match(stdout, /arguments .*\n {2}on articles +1096 .*\n {2}on propositions +2898 /)
      assert.match(stdout, /sources .*\n {2}on articles +94 .*\n {2}on propositions +232 /)
      assert.equal((await countImportedRows(db)).contribution, 4986)
    }
    assert.deepEqual((await verifyRecord(db)).findings, [])
  } finally {
    await drop()
  }
})
