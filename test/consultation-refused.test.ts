import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { sql } from 'kysely'
import { importConsultation, ImportDiffers } from '../src/consultations/index.ts'
import { verifyRecord } from '../src/editions/index.ts'
import { operator } from '../src/permissions.ts'
import {
  alterWords,
  countImportedRows,
  fileNamed,
  folder,
  importInto,
  noRows,
  requestFor,
  smallConsultation,
} from './consultation-files.ts'
import { openWorld } from './world.ts'

test('before the first edition, nothing can be said of the text: refused in one sentence', async () => {
  const world = await openWorld({ editions: 0 })
  try {
    const refused = await importInto(world)
    assert.deepEqual([refused.code, refused.stdout], [1, ''])
    assert.match(refused.stderr, /Nothing of this report is published yet: [^\n]+\n$/)
    const elsewhere = await importInto(world, { '--report': 'nowhere' })
    assert.deepEqual([elsewhere.code, elsewhere.stderr], [1, 'There is no report nowhere.\n'])
    assert.deepEqual(await countImportedRows(world.db), noRows)
  } finally {
    await world.close()
  }
})

test('files that cannot be read are refused in a sentence for each, and nothing is stored', async () => {
  const world = await openWorld()
  const refused = async (file: string, flags: { [name: string]: string } = {}) => {
    const { code, stdout, stderr } = await importInto(world, flags, file)
    assert.deepEqual([code, stdout], [1, ''], stderr)
    return stderr
  }
  try {
    const missing = join(folder, 'missing.json')
    assert.match(await refused(missing, { '--bill': folder }), /read\.\n.*missing\.json cannot/)
    assert.match(await refused(await fileNamed('broken.json', '{')), /\nbroken\.json is not JSON\n/)
    const latin = Buffer.from('{"proposals":"\xe9"}', 'latin1')
    assert.match(await refused(await fileNamed('latin.json', latin)), /latin\.json is not UTF-8/)
    const sideless = await alterWords('sides.json', '"side": "against"', '"side": "both"')
    assert.match(await refused(sideless), /\narguments\[1\]\.side must be "for" or "against"\n/)
    const elsewhere = await alterWords('else.json', '2 Section 2 — Réponses dues', 'Le port')
    assert.match(
      await refused(elsewhere),
      /no heading of the latest edition reads: Le port\n.*Nothing is imported\.\n$/s,
    )
    assert.deepEqual(await countImportedRows(world.db), noRows)
  } finally {
    await world.close()
  }
})

test('a field that the database could not keep as it is, is a mistake of the file', async () => {
  const world = await openWorld()
  const mistakesOf = async (words: string, others: string) => {
    const contributions = await alterWords('wrong.json', words, others)
    const request = await requestFor(world, { contributions })
    const done = await importConsultation(world.db, operator, request, new Date())
    assert.ok(!done.ok && done.problem === 'wrong-files')
    return done.mistakes.join('\n')
  }
  try {
    assert.match(
      await mistakesOf('Un annuaire', String.raw`\ud83d`),
      /proposals\[0\]\.title must not hold half a character/,
    )
    assert.match(
      await mistakesOf('p0001', 'p'.repeat(81)),
      /proposals\[0\]\.author must be 80 characters at most/,
    )
    assert.match(
      await mistakesOf('"agree": 41', '"agree": 2147483647'),
      /proposals\[0\]\.votes\.agree must be 100,000,000 at most/,
    )
    assert.deepEqual(await countImportedRows(world.db), noRows)
  } finally {
    await world.close()
  }
})

test('two articles of one title are told, as is a title that no heading bears: nobody guesses', async () => {
  const world = await openWorld()
  try {
    const text = await readFile(smallConsultation.bill, 'utf8')
    const twins = text
      .replace('Article 2 - Langue des services', 'Article 1 - Inventaire des services')
      .replace('Article 3 - Délai de réponse', 'Article 4 - Rien')
    const request = await requestFor(world, { bill: await fileNamed('twins.json', twins) })
    assert.deepEqual(await importConsultation(world.db, operator, request, new Date()), {
      ok: false,
      problem: 'no-such-headings',
      unmatched: ['Article 4 - Rien'],
      ambiguous: ['Article 1 - Inventaire des services'],
    })
    assert.deepEqual(await countImportedRows(world.db), noRows)
  } finally {
    await world.close()
  }
})

test('wrong options are refused with 2', async () => {
  const world = await openWorld()
  try {
    for (const flags of [
      { '--name': 'n'.repeat(301) },
      { '--url': 'javascript:alert(1)' },
      { '--licence': ' ' },
    ]) {
      const { code, stderr } = await importInto(world, flags)
      assert.equal(code, 2, stderr)
      assert.match(stderr, /^--(name|url|licence) /)
    }
    assert.deepEqual(await countImportedRows(world.db), noRows)
  } finally {
    await world.close()
  }
})

test('other files under the same name are refused; under their own they are another consultation', async () => {
  const world = await openWorld()
  try {
    await importInto(world, { '--name': 'Une' })
    const before = await countImportedRows(world.db)
    const other = await alterWords('other.json', 'Réunies, les petites', 'Ensemble, les petites')
    const refused = await importInto(world, { '--name': 'Une' }, other)
    assert.deepEqual([refused.code, refused.stdout], [1, ''])
    assert.match(refused.stderr, /Other files were imported under this name: [^\n]+\n$/)
    assert.deepEqual(await countImportedRows(world.db), before)
    assert.equal((await importInto(world, { '--name': 'Deux' }, other)).code, 0)
    assert.equal((await countImportedRows(world.db)).contribution, 2 * before.contribution)
    assert.deepEqual((await verifyRecord(world.db)).findings, [])
  } finally {
    await world.close()
  }
})

test('an import that ends half-way leaves nothing, and can be done again', async () => {
  const world = await openWorld()
  try {
    const request = {
      ...(await requestFor(world)),
      tell: (stored: number) => {
        if (stored === 21) throw new Error('the machine stops')
      },
    }
    await assert.rejects(importConsultation(world.db, operator, request, new Date()), /stops/)
    assert.deepEqual(await countImportedRows(world.db), noRows)
    const people = await world.db.selectFrom('identity').selectAll().execute()
    assert.ok(people.every(({ provider }) => provider !== 'import'))
    assert.deepEqual((await verifyRecord(world.db)).findings, [])
    const done = await importConsultation(world.db, operator, await requestFor(world), new Date())
    assert.ok(done.ok && done.added)
  } finally {
    await world.close()
  }
})

test('two imports at once bring the consultation once', async () => {
  const world = await openWorld()
  try {
    const request = await requestFor(world)
    const both = await Promise.all(
      [1, 2].map(() => importConsultation(world.db, operator, request, new Date())),
    )
    assert.ok(both.every(({ ok }) => ok))
    assert.equal(both.filter((one) => one.ok && one.added).length, 1)
    assert.equal((await countImportedRows(world.db)).contribution, 21)
  } finally {
    await world.close()
  }
})

test('only the operator imports a consultation', async () => {
  const world = await openWorld()
  try {
    const { actor } = await world.person({ name: 'Cheffe', role: 'editor-in-chief' })
    const request = await requestFor(world)
    await assert.rejects(importConsultation(world.db, actor, request, new Date()), {
      name: 'NotAllowed',
    })
    assert.deepEqual(await countImportedRows(world.db), noRows)
  } finally {
    await world.close()
  }
})

test('when the database holds less than the files, it says what, and keeps nothing', async () => {
  const world = await openWorld()
  try {
    await sql
      .raw(
        `create function forget() returns trigger language plpgsql as $$ begin return null; end $$;
         create trigger forget before insert on imported_total
         for each row when (new.supports = 7) execute function forget();`,
      )
      .execute(world.db)
    const { code, stdout, stderr } = await importInto(world)
    assert.deepEqual([code, stdout], [1, ''])
    assert.match(stderr, /\nsupports: 42 read, but 35 stored\n.*nothing is changed\.\n$/)
    assert.doesNotMatch(stderr, /votes:/)
    const request = await requestFor(world)
    await assert.rejects(importConsultation(world.db, operator, request, new Date()), ImportDiffers)
    assert.deepEqual(await countImportedRows(world.db), noRows)
  } finally {
    await world.close()
  }
})
