import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import { verifyRecord } from '../src/editions/index.ts'
import { criteria } from '../src/rgaa/index.ts'
import { makeAdministrator } from './make-administrator.ts'
import { beginAudit, enterWhole, keeping, readAt } from './keep-audit.ts'
import { serveFromMemory, until, wordsOf } from './served.ts'
import { statusOf, textOf, type Somebody } from './take-part.ts'
import { say } from './tamper.ts'
import { openWorld, type World } from './world.ts'

let world: World
let admin: Somebody
before(async () => {
  world = await openWorld()
  admin = await makeAdministrator(world)
})
after(async () => {
  await world.seal()
  assert.deepEqual(say((await verifyRecord(world.db)).findings), [])
  await world.close()
})

const page = '/fr/accessibility'
const send = (
  path: string,
  fields: { [name: string]: string } = {},
  as: Somebody | undefined = admin,
) => world.post(`${keeping}${path}`, Object.entries(fields), as)

test('with no audit the site says so, on the declaration and at the foot of every page', async () => {
  const declared = await textOf(world.get(page))
  assert.match(declared, /Accessibilité\s: non conforme[^]*aucun audit/)
  assert.match(declared, /Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07/)
  assert.match(declared, /Aucun contact n’est encore indiqué/)
  for (const path of ['/fr', '/fr/journal', '/fr/reports/petite-loi', '/fr/nulle-part']) {
    const [, foot = ''] = (await textOf(world.get(path))).split('<footer')
    assert.match(foot, /Accessibilité\s: non conforme/, path)
    assert.match(foot, /\/fr\/terms[^]*\/fr\/legal-notice[^]*\/fr\/permissions/)
  }
})

test('an audit is entered by parts, and published only whole', async () => {
  const refused = await send('/audits', { auditor: '', auditedOn: '2026-02-30' })
  assert.equal(refused.status, 422)
  assert.match(await refused.text(), /date de l’audit[^]*qui a réalisé/)
  const early = await send('/audits', {
    auditor: 'A',
    auditedOn: '2099-01-01',
    'title.new-1': 'A',
  })
  assert.match(await early.text(), /est à venir[^]*un nom et une adresse[^]*value="A"/)
  const none = await send('/audits', { auditor: 'A', auditedOn: '2026-01-15' })
  assert.match(await none.text(), /Nommez une page/)
  const audit = await beginAudit(world, admin)
  const theme = `/audits/${audit}/pages/1?theme=1`
  const first = {
    'criterion.0': '1.1',
    'result.0': 'not-conforming',
    'note.0': 'Un logo est muet.',
    'derogation.0': '',
    'remedy.0': '2090-03-01',
    'criterion.1': '1.2',
    'result.1': 'conforming',
    go: 'next',
  }
  const saved = await send(theme, first)
  assert.match(saved.headers.get('Location') ?? '', /pages\/1\?theme=2&done=saved$/)
  const again = await textOf(world.get(`${keeping}${theme}`, admin))
  assert.match(again, /Un logo est muet[^]*2 sur 9|2 sur 9[^]*Un logo est muet/)
  const rest = Object.fromEntries(
    Array.from({ length: 7 }, (_, at) => [`criterion.${at}`, `1.${at + 3}`]),
  )
  await send(theme, { ...rest, go: 'rest' })
  assert.match(await textOf(world.get(`${keeping}${theme}`, admin)), /9 sur 9/)
  const half = await send(`/audits/${audit}/publication`)
  assert.equal(half.status, 422)
  assert.match(await half.text(), /Il reste des critères à entrer/)
  const shown = await textOf(world.get(`${keeping}/audits/${audit}/publication`, admin))
  assert.match(shown, /Il reste des critères à entrer/)
  assert.doesNotMatch(shown, /<button[^>]*>Publier/)
  assert.match(await textOf(world.get(page)), /aucun audit/)
})

test('what a row lacks is said by its field, and what was typed is kept', async () => {
  const audit = await beginAudit(world, admin)
  const row = (fields: { [name: string]: string }) =>
    send(`/audits/${audit}/pages/1?theme=1`, {
      'criterion.0': '1.1',
      ...Object.fromEntries(Object.entries(fields).map(([name, value]) => [`${name}.0`, value])),
    })
  const refused: [{ [name: string]: string }, RegExp][] = [
    [{ result: 'not-conforming' }, /dites ce qui n’est pas conforme/],
    [{ note: 'Un constat.' }, /choisissez un résultat/],
    [{ result: 'peut-être' }, /choisissez un résultat/],
    [{ result: 'conforming', derogation: 'Cher.' }, /va avec «\snon conforme\s»/],
    [{ result: 'not-conforming', note: 'N', remedy: '2027-02-30' }, /n’est pas une date/],
    [{ result: 'conforming', note: 'x'.repeat(2001) }, /dépasse 2\s000/],
    [
      { result: 'not-conforming', note: 'N', remedy: '2026-01-01' },
      /la date de correction est passée/,
    ],
    [{ criterion: 'A1', result: 'conforming' }, /n’est pas un critère du RGAA/],
  ]
  for (const [fields, told] of refused) {
    const answer = await row(fields)
    assert.equal(answer.status, 422, JSON.stringify(fields))
    const shown = await answer.text()
    assert.match(shown, told)
    assert.match(shown, /href="#result-0"/)
  }
  const twice = {
    'criterion.0': '1.1',
    'result.0': 'conforming',
    'criterion.1': '1.1',
    'result.1': 'conforming',
  }
  assert.match(await textOf(send(`/audits/${audit}/pages/1?theme=1`, twice)), /nommé deux fois/)
})

test('the declaration follows from the audit that is published, which stays as it is', async () => {
  const served = await serveFromMemory(world)
  assert.match(wordsOf(await served.get('/fr')), /Accessibilité\s: non conforme/)
  const audit = await enterWhole(world, admin, 3)
  const path = `${keeping}/audits/${audit}/publication`
  const read = await readAt(world, path, admin)
  const both = await Promise.all([1, 2].map(() => send(`/audits/${audit}/publication`, { read })))
  const led = both.map(({ headers }) => headers.get('Location') ?? '')
  await until(async () => /Accessibilité\s: partiellement/.test(wordsOf(await served.get('/fr'))))
  await served.close()
  assert.deepEqual(led.toSorted(), [`${page}?done=published`, `${page}?done=published-already`])
  const declared = await textOf(world.get(page))
  const respected = criteria.length - 3
  assert.match(declared, new RegExp(`${respected} sur ${criteria.length} qui s’appliquent`))
  assert.match(
    declared,
    /Non-conformités[^]*1\.1[^]*Un défaut\.[^]*Corrections prévues[^]*Contenus exemptés[^]*Les cartes en ligne/,
  )
  assert.equal(await statusOf(world.get(`${page}/audits/${audit}.csv`)), 200)
  const row = { 'criterion.0': '1.2', 'result.0': 'conforming', 'note.0': 'Des mots à garder.' }
  const late: [string, { [name: string]: string }][] = [
    [
      '/facts',
      { auditor: 'Des mots à garder.', auditedOn: '2026-01-15', 'title.1': 'A', 'address.1': 'B' },
    ],
    ['/findings', { csv: 'Des mots à garder.' }],
    ['/pages/1?theme=1', row],
  ]
  for (const [path, fields] of late) {
    const answer = await send(`/audits/${audit}${path}`, fields)
    assert.equal(answer.status, 422, path)
    assert.match(await answer.text(), /été publié pendant ce temps[^]*Des mots à garder\./, path)
  }
  const removal = await send(`/audits/${audit}/removal`)
  assert.match(removal.headers.get('Location') ?? '', /done=published-since$/)
  for (const path of ['', '/facts', '/findings', '/publication', '/removal', '/pages/1']) {
    const gone = await world.get(`${keeping}/audits/${audit}${path}`, admin)
    assert.equal(gone.headers.get('Location'), page, path)
  }
  await assert.rejects(
    sql`update accessibility_finding set result = 'conforming' where audit_id = ${audit}`.execute(
      world.db,
    ),
    /stays as it is/,
  )
  await assert.rejects(
    sql`insert into accessibility_finding (audit_id, page, criterion, result, note, derogation)
      values (${audit}, 1, '99.9', 'conforming', '', '')`.execute(world.db),
    /stays as it is/,
  )
  const tx = await world.db.startTransaction().execute()
  await sql`alter table accessibility_finding disable trigger user`.execute(tx)
  await sql`update accessibility_finding set note = 'Rien.' where audit_id = ${audit} and note <> ''`.execute(
    tx,
  )
  const { findings } = await verifyRecord(tx)
  await tx.rollback().execute()
  assert.deepEqual(say(findings), [`notice audit/${audit}: differs-from-journal`])
})

test('whom to write to is said once it is entered, and only administrators enter anything', async () => {
  const setting = {
    email: 'acces@example.org',
    address: 'https://example.org/formulaire',
    planAddress: '',
  }
  const refused = await send('/setting', {
    read: '0',
    email: 'x',
    address: 'ftp://x',
    planAddress: 'x',
  })
  assert.equal(refused.status, 422)
  assert.match(
    await refused.text(),
    /adresse électronique[^]*formulaire doit commencer[^]*schéma doit commencer/,
  )
  assert.equal((await send('/setting', { read: '0', ...setting })).status, 303)
  assert.match(
    await textOf(world.get(page)),
    /mailto:acces@example\.org[^]*example\.org\/formulaire/,
  )
  const stale = await send('/setting', { read: '0', ...setting, email: 'autre@example.org' })
  assert.equal(stale.status, 422)
  const told = await stale.text()
  assert.match(
    told,
    /Quelqu’un a modifié ces adresses[^]*Voir ce qui est enregistré[^]*autre@example/,
  )
  const read = /name="read" value="(\d+)"/.exec(told)?.[1] ?? ''
  const knowing = await send('/setting', { read, ...setting, planAddress: 'https://example.org/p' })
  assert.equal(knowing.status, 303)
  const gone = await world.post(`${keeping}/setting`, Object.entries(setting))
  assert.match(await gone.text(), /session a pris fin[^]*acces@example\.org/)
  for (const path of ['/setting', '/automated-results']) {
    const led = await world.get(`${keeping}${path}`, admin)
    assert.equal(led.headers.get('Location'), keeping, path)
  }
  const begins = await world.get(`${keeping}/audits`, admin)
  assert.equal(begins.headers.get('Location'), `${keeping}/audit`)
  const audit = await beginAudit(world, admin)
  const others = [
    await world.person({ name: 'Nour' }),
    await world.person({ name: 'Garance', role: 'guarantor' }),
  ]
  for (const as of others) {
    for (const path of ['', '/audit', `/audits/${audit}`, `/audits/${audit}/pages/1`]) {
      assert.equal(await statusOf(world.get(`${keeping}${path}`, as)), 404, path)
    }
    for (const path of [
      '/setting',
      '/audits',
      `/audits/${audit}/publication`,
      `/audits/${audit}/removal`,
    ]) {
      assert.equal((await send(path, setting, as)).status, 404, path)
    }
  }
  assert.equal(
    await statusOf(world.get(`${page}/audits/${audit}.csv`)),
    404,
    'nobody reads what is not published',
  )
  assert.match(await textOf(world.get(`${keeping}/audits/${audit}/removal`, admin)), /2 pages et/)
  const both = await Promise.all([1, 2].map(() => send(`/audits/${audit}/removal`)))
  const led = both.map(({ headers }) => headers.get('Location') ?? '')
  assert.deepEqual(led.toSorted(), [`${keeping}?done=removed`, `${keeping}?done=removed-already`])
  assert.equal(await statusOf(world.get(`${keeping}/audits/${audit}`, admin)), 404)
  assert.equal(await statusOf(send('/audits/999999/removal')), 404)
})
