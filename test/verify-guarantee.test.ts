import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { verifyRecord } from '../src/editions/index.ts'
import { runVerification } from '../src/guarantee/index.ts'
import { openTampering, type Tampering } from './tamper.ts'
import { newKey } from './take-part.ts'

const record = '/fr/workshop/reports/petite-loi/guarantee'

let opened: Tampering
before(async () => {
  opened = await openTampering()
  const { world } = opened
  const garance = await world.person({ name: 'Garance', role: 'guarantor' })
  const send = async (path: string, fields: { [name: string]: string }) => {
    const sent = await world.post(`${record}/${path}`, Object.entries(fields), garance)
    assert.equal(sent.status, 303, await sent.text())
  }
  const opinion = { title: 'Avis', body: 'Tout y est.', lang: 'fr', edition: '1', key: newKey() }
  await send('opinions', opinion)
  await send('opinions/1/versions', {
    ...opinion,
    body: 'Presque tout y est.',
    read: '1',
    reason: 'Une erreur.',
  })
  await send('verifications', {})
  await world.seal()
  const context = { db: world.db, now: () => new Date() }
  await runVerification(context, { verificationId: 1 }, verifyRecord)
  await world.seal()
})
after(() => opened.world.close())
beforeEach(async () => assert.deepEqual((await verifyRecord(opened.world.db)).findings, []))

const finds: Tampering['finds'] = (...given) => opened.finds(...given)
const ofOpinion = (problem: string) => `guarantee opinion/1: ${problem}`
const ofVerification = (problem: string) => `guarantee verification/1: ${problem}`
const differs = 'differs-from-journal'

test('an opinion of which anything is altered is found', async () => {
  for (const change of [
    `title = 'Autre'`,
    `body = 'Autre.'`,
    `lang = 'en'`,
    `written_at = written_at - interval '1 day'`,
  ])
    await finds(`update opinion_version set ${change} where version = 1`, ofOpinion(differs))
  await finds(`update opinion_version set reason = 'Autre.' where version = 2`, ofOpinion(differs))
  await finds('update opinion set edition_number = null', ofOpinion(differs))
  await finds('update opinion set edition_number = 2', ofOpinion(differs))
})

test('a version that is taken out or made up is found', async () => {
  await finds('delete from opinion_version where version = 2', ofOpinion('twice-in-journal'))
  await finds('delete from opinion_version', ofOpinion('gone'))
  await finds(
    `insert into opinion_version (opinion_id, version, title, body, lang, reason, written_by, written_at)
      select opinion_id, 3, title, 'Tout va bien.', lang, 'Ainsi.', written_by, now()
      from opinion_version where version = 2`,
    ofOpinion('not-in-journal'),
  )
})

test('an opinion in somebody else’s name is found', async () => {
  const camille = `(select id from person where display_name = 'Camille')`
  await finds(
    `update opinion set author_id = ${camille}`,
    ...Array(2).fill(ofOpinion('state-without-act')),
  )
  await finds(
    [
      `update opinion set author_id = ${camille}`,
      `update opinion_version set written_by = ${camille}`,
    ],
    ofOpinion(differs),
  )
})

test('a verification that says something else than it found is found', async () => {
  for (const change of [
    'entries = entries + 1',
    `head_sha256 = repeat('0', 64)`,
    'head_sequence = head_sequence - 1',
    `findings = '[{"kind": "edition", "object": "edition/petite-loi/1", "problem": "altered"}]'`,
  ])
    await finds(`update record_verification set ${change}`, ofVerification(differs))
  await finds('delete from record_verification', ofVerification('gone'))
  await finds(
    `update record_verification set started_at = null, finished_at = null, entries = null,
      waiting = null, findings = null, head_sequence = null, head_sha256 = null`,
    ofVerification('gone'),
  )
})
