import assert from 'node:assert/strict'
import { test } from 'node:test'
import { importConsultation } from '../src/consultations/index.ts'
import { verifyRecord } from '../src/editions/index.ts'
import { operator } from '../src/permissions.ts'
import type { Db } from '../src/platform/db/connect.ts'
import {
  countImportedRows,
  fileNamed,
  importInto,
  readTable,
  requestFor,
} from './consultation-files.ts'
import { release, withhold } from './moderate.ts'
import { runVivace } from './run-vivace.ts'
import { openWorld } from './world.ts'
import { newKey } from './take-part.ts'

async function numberOf(db: Db, key: string): Promise<number> {
  const row = await db
    .selectFrom('contribution')
    .select('number')
    .where('source_key', '=', key)
    .executeTakeFirstOrThrow()
  return row.number
}

test('a consultation is imported once, counted line by line, and can be read and verified', async () => {
  const world = await openWorld()
  try {
    const about = {
      '--name': 'La petite loi en ligne',
      '--url': 'https://example.org/petite-loi',
      '--licence': 'Licence ouverte 2.0',
    }
    const first = await importInto(world, about)
    assert.equal(first.code, 0, first.stderr)
    assert.match(
      first.stderr,
      /^reading\n5 of 21 contributions\n21 of 21 contributions\nsealing\n$/,
    )
    const expected = {
      articles: 3,
      sections: 2,
      'new propositions': 5,
      arguments: 12,
      sources: 4,
      withheld: 1,
      votes: 744,
      supports: 42,
      pseudonyms: 8,
    }
    const table = readTable(first.stdout)
    for (const [label, count] of Object.entries(expected)) {
      assert.deepEqual(table.get(label), [count, count, count], label)
    }
    assert.match(first.stdout, /^ {2}on articles +7 +7 +7\n {2}on propositions +5 +5 +5$/m)
    assert.match(first.stdout, /^left out: 1 script$/m)

    const stored = await countImportedRows(world.db)
    const again = await importInto(world, about)
    assert.equal(again.code, 0, again.stderr)
    assert.match(again.stdout, /«La petite loi en ligne»: nothing is added or changed/)
    for (const [label, count] of Object.entries(expected)) {
      assert.deepEqual(readTable(again.stdout).get(label), [count, count, 0], label)
    }
    const renamed = await importInto(world, { '--name': 'Encore' })
    assert.match(renamed.stdout, /«La petite loi en ligne»: nothing is added or changed/)
    assert.deepEqual(await countImportedRows(world.db), stored)
    assert.deepEqual((await verifyRecord(world.db)).findings, [])
    const verified = await runVivace(world.url, ['verify'])
    assert.match(verified.stdout, /0 files, 21 contributions checked\nnothing is wrong/)
  } finally {
    await world.close()
  }
})

test('what was imported is read with its replies, its dates and its totals', async () => {
  const world = await openWorld()
  try {
    await importInto(world)
    const read = async (path: string) => {
      const response = await world.get(path)
      assert.equal(response.status, 200, path)
      return response.text()
    }
    const proposal = await read(`/fr/contributions/${await numberOf(world.db, 'proposal/13')}`)
    assert.match(proposal, /Accuser réception le jour même/)
    assert.match(proposal, /C’est simple, et cela se vérifie\./)
    assert.match(proposal, /Un guichet qui répond/)
    assert.match(proposal, /6\u00a0mars 2026/)
    assert.match(proposal, /80 votes/)
    assert.match(proposal, /2 autres/)
    const source = await read(`/fr/contributions/${await numberOf(world.db, 'source/1')}`)
    assert.match(source, /<p>Manuel \/ Guide<\/p>\s*<p>Comment trois communes/)
    const passage = await world.db
      .selectFrom('passage')
      .select('block_id')
      .where('contribution_number', '=', await numberOf(world.db, 'argument/1'))
      .executeTakeFirstOrThrow()
    const article = await read(`/fr/reports/petite-loi/passages/${passage.block_id}`)
    assert.match(article, /143 votes/)
    assert.match(article, /Une liste tenue à jour évite/)

    const { state, ...imported } = await world.db
      .selectFrom('contribution')
      .innerJoin('person', 'person.id', 'contribution.author_id')
      .innerJoin('identity', 'identity.person_id', 'person.id')
      .select(['state', 'origin', 'lang', 'contribution.helix_side as side', 'settled_at'])
      .select(['provider', 'subject', 'display_name', 'consultation_id', 'published_at'])
      .where('source_key', '=', 'proposal/13')
      .executeTakeFirstOrThrow()
    assert.equal(state, 'published')
    assert.deepEqual(imported, {
      origin: 'import',
      lang: 'fr',
      side: null,
      settled_at: null,
      provider: 'import',
      subject: `petite-loi/${imported.consultation_id}:p0003`,
      display_name: 'p0003',
      consultation_id: imported.consultation_id,
      published_at: new Date('2026-03-06T09:30:00Z'),
    })
    const supports = await world.db.selectFrom('support').select('person_id').execute()
    assert.deepEqual(supports, [])
  } finally {
    await world.close()
  }
})

test('what was set aside there hides its words here and leaves its trace', async () => {
  const world = await openWorld()
  try {
    await importInto(world)
    const number = await numberOf(world.db, 'proposal/15')
    for (const path of [`contributions/${number}`, 'reports/petite-loi/contributions']) {
      const page = await (await world.get(`/fr/${path}`)).text()
      assert.doesNotMatch(page, /brouettes/i, path)
    }
    const page = await (await world.get(`/fr/contributions/${number}`)).text()
    assert.match(page, /Déjà écartée par la modération de la consultation/)
    const trace = await world.db.selectFrom('moderation_decision').selectAll().execute()
    assert.deepEqual(
      trace.map((row) => [row.contribution_number, row.outcome, row.decided_by]),
      [[number, 'withheld', null]],
    )
  } finally {
    await world.close()
  }
})

test('what editors withheld or showed again since does not make a second import differ', async () => {
  const world = await openWorld()
  try {
    await importInto(world)
    const camille = await world.person({ name: 'Camille', role: 'rapporteur' })
    const setAside = await numberOf(world.db, 'proposal/15')
    assert.equal((await release(world, camille, setAside)).status, 303)
    for (const key of ['proposal/11', 'argument/1']) {
      const number = await numberOf(world.db, key)
      assert.equal((await withhold(world, camille, number, 'Hors sujet.')).status, 303)
    }
    const again = await importInto(world)
    assert.equal(again.code, 0, again.stderr)
    assert.deepEqual(readTable(again.stdout).get('withheld'), [1, 1, 0])
    assert.deepEqual((await verifyRecord(world.db)).findings, [])
  } finally {
    await world.close()
  }
})

test('an import speaks of the latest edition', async () => {
  const world = await openWorld()
  try {
    const nour = await world.person({ name: 'Nour' })
    const salome = await world.person({ name: 'Salomé', role: 'editor-in-chief' })
    const block = await world.blockWith('Chaque commune publie')
    const amendment = {
      sentence: '2',
      edition: '1',
      wording: 'Elle la met à jour chaque trimestre.',
      body: 'Une année est trop longue.',
      key: newKey(),
      step: 'publish',
    }
    const passage = `/fr/reports/petite-loi/passages/${block.id}`
    await world.post(`${passage}/amendments`, Object.entries(amendment), nour)
    const number = await world.db
      .selectFrom('contribution')
      .select('number')
      .executeTakeFirstOrThrow()
    const c = String(number.number)
    const answer = { c, revision: `${c}.1`, decision: 'accepted', reason: 'Bon rythme.' }
    const answering = '/fr/workshop/reports/petite-loi/answers'
    await world.post(answering, Object.entries(answer), salome)
    await world.post('/fr/workshop/reports/petite-loi/editions', [], salome)

    assert.equal((await importInto(world)).code, 0)
    const read = await world.db
      .selectFrom('contribution')
      .innerJoin('edition', 'edition.id', 'contribution.edition_id')
      .select('edition.number')
      .distinct()
      .where('origin', '=', 'import')
      .execute()
    assert.deepEqual(read, [{ number: 2 }])
    assert.deepEqual((await verifyRecord(world.db)).findings, [])
  } finally {
    await world.close()
  }
})

test('what is strange and allowed comes in as it is', async () => {
  const world = await openWorld()
  try {
    const said = { author: 'p'.repeat(80), createdAt: '0000-01-01T00:00:00+14:00', on: 1 }
    const proposal = {
      ...said,
      id: 9_007_199_254_740_991,
      section: '1 Section 1 — Clarté des services publics',
      title: '<script>alert(1)</script>'.padEnd(1000, '«'),
      bodyHtml: '<p>\u202E# *x* </p>',
      votes: { agree: 100_000_000, mixed: 100_000_000, disagree: 100_000_000 },
    }
    const bare = { title: 's', link: 'https://é.example/', category: '', body: '', supports: 0 }
    const sources = [{ ...said, ...bare, id: 1 }]
    const strange = JSON.stringify({ proposals: [proposal], arguments: [], sources })
    const request = await requestFor(world, {
      contributions: await fileNamed('strange.json', strange),
    })
    const done = await importConsultation(world.db, operator, request, new Date())
    assert.ok(done.ok && done.added)
    for (const key of [`proposal/${proposal.id}`, 'source/1']) {
      const page = await world.get(`/fr/contributions/${await numberOf(world.db, key)}`)
      assert.equal(page.status, 200, key)
      assert.doesNotMatch(await page.text(), /<script>alert/)
    }
    const list = await world.get('/fr/reports/petite-loi/contributions?order=supported')
    assert.equal(list.status, 200)
    assert.deepEqual((await verifyRecord(world.db)).findings, [])

    const nobody = JSON.stringify({ proposals: [], arguments: [], sources: [] })
    const none = await requestFor(world, { contributions: await fileNamed('none.json', nobody) })
    const quiet = { ...none, about: { ...none.about, name: 'Sans voix' } }
    const kept = await importConsultation(world.db, operator, quiet, new Date())
    assert.deepEqual(kept.ok && [kept.stored.articles, kept.stored.authors], [3, 0])
  } finally {
    await world.close()
  }
})
