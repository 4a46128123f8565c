import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { verifyRecord } from '../src/editions/index.ts'
import { auditForm, beginAudit, enterWhole, gridOf, keeping, publishAudit } from './keep-audit.ts'
import { makeAdministrator } from './make-administrator.ts'
import { readPage } from './malformed/read-page.ts'
import { textOf, type Somebody } from './take-part.ts'
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

/** A form as a page shows it, to be sent later: its fields by name. */
async function openForm(path: string): Promise<Map<string, string>> {
  return fieldsOf(await textOf(world.get(path, admin)))
}

function fieldsOf(page: string): Map<string, string> {
  const { forms } = readPage(page)
  const main = forms.find(({ fields }) => fields.some(({ name }) => /^(read|csv)\b/.test(name)))
  assert.ok(main)
  return new Map(main.fields.map(({ name, value }) => [name, value]))
}

const sendForm = (path: string, form: Map<string, string>, as: Somebody | undefined = admin) =>
  world.post(path, [...form], as)

const found = async (audit: number) => {
  const rows = await world.db
    .selectFrom('accessibility_finding')
    .select(['page', 'criterion', 'result', 'note'])
    .where('audit_id', '=', audit)
    .orderBy('page')
    .orderBy('criterion')
    .execute()
  return rows.map(({ page, criterion, result, note }) => [page, criterion, result, note].join(' '))
}

const pagesOf = (audit: number) =>
  world.db
    .selectFrom('accessibility_page')
    .select(['number', 'title'])
    .where('audit_id', '=', audit)
    .orderBy('number')
    .execute()

test('a form opened a while ago takes nothing back of what was entered since', async () => {
  const audit = await beginAudit(world, admin)
  const path = `${keeping}/audits/${audit}/pages/1?theme=1`
  const [one, other] = [await openForm(path), await openForm(path)]
  one.set('result.0', 'conforming').set('go', 'stay')
  assert.equal((await sendForm(path, one)).status, 303)
  other.set('result.1', 'not-conforming').set('note.1', 'Un défaut.').set('go', 'stay')
  assert.equal((await sendForm(path, other)).status, 303)
  assert.deepEqual(await found(audit), ['1 1.1 conforming ', '1 1.2 not-conforming Un défaut.'])

  const stale = await openForm(path)
  const erasing = await openForm(path)
  stale.set('result.2', 'conforming')
  assert.equal((await sendForm(path, stale)).status, 303)
  erasing.set('go', 'rest').set('result.0', '')
  assert.equal((await sendForm(path, erasing)).status, 303)
  const all = await found(audit)
  assert.equal(all[0], '1 1.1 not-applicable ', 'what was emptied here does not apply')
  assert.equal(all[2], '1 1.3 conforming ', 'what somebody else found meanwhile stays')
  assert.equal(all.length, 9)
})

test('a criterion that both changed is refused with the words kept, and taken once both are known', async () => {
  const audit = await beginAudit(world, admin)
  const path = `${keeping}/audits/${audit}/pages/1?theme=2`
  const [one, other] = [await openForm(path), await openForm(path)]
  one
    .set('result.0', 'not-conforming')
    .set('note.0', 'Un cadre muet.')
    .set('result.1', 'conforming')
  assert.equal((await sendForm(path, one)).status, 303)
  other.set('result.0', 'not-conforming').set('note.0', 'Deux cadres muets.')
  const refused = await sendForm(path, other)
  assert.equal(refused.status, 422)
  const told = await refused.text()
  assert.match(told, /Critère 2\.1\s: quelqu’un l’a changé[^]*href="#result-0"|href="#result-0"/)
  assert.match(told, /Critère 2\.1\s: quelqu’un l’a changé/)
  assert.match(told, new RegExp(`href="[^"]*/pages/1\\?theme=2" target="_blank"`))
  const again = fieldsOf(told)
  assert.equal(again.get('note.0'), 'Deux cadres muets.')
  assert.equal(again.get('result.1'), 'conforming', 'the other row is shown as it stands')
  assert.deepEqual((await found(audit))[0], '1 2.1 not-conforming Un cadre muet.')
  assert.equal((await sendForm(path, again)).status, 303)
  assert.deepEqual(await found(audit), [
    '1 2.1 not-conforming Deux cadres muets.',
    '1 2.2 conforming ',
  ])
  assert.equal((await sendForm(path, again)).status, 303, 'sent twice, it says the same')
})

test('a stale form of an audit’s pages deletes none, and gives nothing to another page', async () => {
  const audit = await beginAudit(world, admin)
  const path = `${keeping}/audits/${audit}/facts`
  const [one, other] = [await openForm(path), await openForm(path)]
  one.set('title.new-1', 'La recherche').set('address.new-1', '/fr/search')
  const twice = await Promise.all([sendForm(path, one), sendForm(path, one)])
  for (const { status } of twice) assert.equal(status, 303, 'sent twice, it says the same')
  const csv = 'page,criterion,result\n3,1.1,C\n2,1.1,C'
  await world.post(`${keeping}/audits/${audit}/findings`, [['csv', csv]], admin)
  other.set('title.new-1', 'Le journal').set('address.new-1', '/fr/journal')
  const refused = await sendForm(path, other)
  assert.equal(refused.status, 422)
  const told = await refused.text()
  assert.match(told, /Quelqu’un a modifié l’audit depuis/)
  assert.match(told, new RegExp(`href="[^"]*/audits/${audit}/facts" target="_blank"`))
  const again = fieldsOf(told)
  assert.equal(again.get('title.new-1'), 'Le journal')
  assert.equal((await sendForm(path, again)).status, 303)
  assert.deepEqual(await pagesOf(audit), [
    { number: 1, title: 'Accueil' },
    { number: 2, title: 'Un passage' },
    { number: 3, title: 'La recherche' },
    { number: 4, title: 'Le journal' },
  ])
  assert.deepEqual(await found(audit), ['2 1.1 conforming ', '3 1.1 conforming '])
})

test('a number of a page is never given again', async () => {
  const audit = await beginAudit(world, admin)
  const path = `${keeping}/audits/${audit}/facts`
  const emptied = await openForm(path)
  emptied.set('title.2', '').set('address.2', '')
  assert.equal((await sendForm(path, emptied)).status, 303)
  const more = await openForm(path)
  more.set('title.new-1', 'La recherche').set('address.new-1', '/fr/search')
  assert.equal((await sendForm(path, more)).status, 303)
  assert.deepEqual(
    (await pagesOf(audit)).map(({ number }) => number),
    [1, 3],
  )
})

test('a table pasted beside what somebody else entered is told so first', async () => {
  const audit = await beginAudit(world, admin)
  const path = `${keeping}/audits/${audit}/findings`
  const table = await openForm(path)
  const row = await openForm(`${keeping}/audits/${audit}/pages/1?theme=1`)
  row.set('result.0', 'not-applicable')
  await sendForm(`${keeping}/audits/${audit}/pages/1?theme=1`, row)
  table.set('csv', 'page,criterion,result\n1,1.1,C')
  const refused = await sendForm(path, table)
  assert.equal(refused.status, 422)
  const told = await refused.text()
  assert.match(told, /Quelqu’un a entré des constats/)
  assert.deepEqual(await found(audit), ['1 1.1 not-applicable '])
  assert.equal((await sendForm(path, fieldsOf(told))).status, 303)
  assert.equal((await sendForm(path, fieldsOf(told))).status, 303, 'sent twice, it says the same')
  assert.deepEqual(await found(audit), ['1 1.1 conforming '])
})

test('what is entered when the session has ended is kept, also where it is choices only', async () => {
  const audit = await beginAudit(world, admin)
  const path = `${keeping}/audits/${audit}/pages/1?theme=1`
  const choices = await openForm(path)
  choices.set('result.0', 'conforming').set('go', 'stay')
  const csv = gridOf({ pages: 2, faults: 1 })
  const pasted = await beginAudit(world, admin)
  const facts = await openForm(`${keeping}/audits/${audit}/facts`)
  facts.set('title.new-1', 'La recherche').set('address.new-1', '/fr/search')
  const sent: [string, Map<string, string>][] = [
    [path, choices],
    [`${keeping}/audits/${pasted}/findings`, new Map([['csv', csv]])],
    [`${keeping}/audits/${audit}/facts`, facts],
  ]
  for (const [address, form] of sent) {
    const gone = await world.post(address, [...form])
    assert.equal(gone.status, 422, address)
    const page = await gone.text()
    assert.match(page, /session a pris fin/)
    assert.ok(page.includes(`action="${address}"`), address)
    assert.equal((await sendForm(address, fieldsOf(page))).status, 303, address)
  }
  assert.deepEqual(await found(audit), ['1 1.1 conforming '])
  assert.equal((await found(pasted)).length, 212)
  assert.equal((await pagesOf(audit)).length, 3)
})

test('one form begins one audit', async () => {
  const [, key = ''] =
    /name="key" value="([^"]+)"/.exec(await textOf(world.get(`${keeping}/audit`, admin))) ?? []
  const form: [string, string][] = [['key', key], ...auditForm]
  const both = await Promise.all([1, 2].map(() => world.post(`${keeping}/audits`, form, admin)))
  const [one, other] = both.map(({ headers }) => headers.get('Location'))
  assert.match(one ?? '', /\?done=begun$/)
  assert.equal(one, other)
})

test('what is published is what was shown, and what was shown is still so', async () => {
  const audit = await enterWhole(world, admin, 60)
  const path = `${keeping}/audits/${audit}/publication`
  assert.match(await textOf(world.get(path, admin)), /Le site déclarerait[^]*non conforme/)
  const shown = await openForm(path)
  const csv = 'page,criterion,result\n1,1.1,C'
  const table = await openForm(`${keeping}/audits/${audit}/findings`)
  await sendForm(`${keeping}/audits/${audit}/findings`, table.set('csv', csv))
  const refused = await sendForm(path, shown)
  assert.equal(refused.status, 422)
  assert.match(await refused.text(), /L’audit a changé depuis/)
  await world.db
    .updateTable('accessibility_finding')
    .set({ remedy_on: '2026-01-01' })
    .where('audit_id', '=', audit)
    .where('criterion', '=', '1.2')
    .where('page', '=', 1)
    .execute()
  assert.match(await textOf(world.get(path, admin)), /Une date de correction est passée/)
  assert.equal((await sendForm(path, shown)).status, 422)
})

test('the declaration rests on the audit that was published last, by the RGAA, whatever its date', async () => {
  const first = await enterWhole(world, admin, 60)
  assert.equal((await publishAudit(world, admin, first)).status, 303)
  const declared = () => textOf(world.get('/fr/accessibility'))
  assert.match(await declared(), /Accessibilité\s: non conforme[^]*15\sjanvier\s2026/)
  const second = await enterWhole(world, admin, 3)
  const path = `${keeping}/audits/${second}/facts`
  const facts = await openForm(path)
  assert.equal((await sendForm(path, facts.set('auditedOn', '2025-12-01'))).status, 303)
  const about = await textOf(world.get(`${keeping}/audits/${second}/publication`, admin))
  assert.match(about, /prendrait la place de l’audit du 15\sjanvier\s2026/)
  const done = await publishAudit(world, admin, second)
  assert.equal(done.headers.get('Location'), '/fr/accessibility?done=published')
  assert.match(await declared(), /partiellement conforme[^]*1er\sdécembre\s2025/)
  const kept = await textOf(world.get(keeping, admin))
  assert.match(kept, /décembre\s2025[^]*la déclaration repose dessus/)
  assert.match(kept, /janvier\s2026[^]*publié, puis remplacé/)
  await assert.rejects(
    world.db
      .insertInto('accessibility_audit')
      .values({
        audited_on: '2026-01-01',
        auditor: 'A',
        reference: 'À nous',
        method: '',
        exempted: '',
        begun_by: admin.actor.personId ?? 0,
        begun_at: new Date(),
      })
      .execute(),
    /by_the_rgaa/,
  )
})
