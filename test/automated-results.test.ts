import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { verifyRecord } from '../src/editions/index.ts'
import { keeping } from './keep-audit.ts'
import { makeAdministrator } from './make-administrator.ts'
import { statusOf, textOf, type Somebody } from './take-part.ts'
import { say } from './tamper.ts'
import { openWorld, type World } from './world.ts'

let world: World
let admin: Somebody
before(async () => {
  world = await openWorld()
  admin = await makeAdministrator(world)
})
after(() => world.close())

const file = {
  kind: 'vivace-accessibility-results',
  madeOn: '2026-02-01',
  checkers: ['axe-core 4.14.1', 'html-validate 11.18.0'],
  pages: [
    { name: 'home', faults: [] },
    { name: 'front', faults: ['axe: color-contrast: <too> little'] },
  ],
}
const put = (pasted: string, as: Somebody = admin) =>
  world.post(`${keeping}/automated-results`, [['results', pasted]], as)

test('what programs found is an annex called so, and makes nothing conform', async () => {
  assert.match(
    await textOf(world.get('/fr/accessibility')),
    /Aucun résultat automatisé n’est joint/,
  )
  const all = { ...file, pages: [{ name: 'home', faults: [] }] }
  for (const pasted of [all, file]) {
    const location = (await put(JSON.stringify(pasted))).headers.get('Location')
    assert.equal(location, `${keeping}?done=results-kept`)
  }
  const declared = await textOf(world.get('/fr/accessibility'))
  assert.match(declared, /Annexe\s: résultats automatisés[^]*ce n’est pas un audit/)
  assert.match(declared, /1er\sfévrier\s2026/)
  assert.match(declared, /axe-core 4\.14\.1 et html-validate[^]*sur une page[^]*&lt;too&gt; little/)
  assert.match(declared, /Accessibilité\s: non conforme/)
  const rows = await world.db.selectFrom('accessibility_automated').select('id').execute()
  assert.equal(rows.length, 1, 'the last takes the place of those before')
})

test('what is no file of results is refused by its field, and kept as it was pasted', async () => {
  const refused: [string, RegExp][] = [
    ['', /Collez le fichier entier/],
    ['{', /Collez le fichier entier/],
    ['null', /Collez le fichier entier/],
    [JSON.stringify({ ...file, kind: 'x' }), /Collez le fichier entier/],
    [JSON.stringify({ ...file, pages: [] }), /Collez le fichier entier/],
    [JSON.stringify({ ...file, madeOn: '2099-01-01' }), /est à venir/],
    [JSON.stringify({ ...file, madeOn: '2026-02-30' }), /n’est pas une date/],
  ]
  for (const [pasted, told] of refused) {
    const answer = await put(pasted)
    assert.equal(answer.status, 422, pasted)
    const shown = await answer.text()
    assert.match(shown, told)
    assert.match(shown, /href="#results"/)
    const kept = pasted.replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
    assert.ok(shown.includes(kept), pasted)
  }
  for (const said of ['\\u0000', '\\ud800', '\\udc00\\ud800']) {
    for (const at of ['home', 'axe-core 4.14.1', 'color-contrast']) {
      const answer = await put(JSON.stringify(file).replace(at, said))
      assert.equal(answer.status, 422, `${at}: ${said}`)
      assert.match(await answer.text(), /Collez le fichier entier/)
    }
  }
  const whole = JSON.stringify(file)
  const gone = await world.post(`${keeping}/automated-results`, [['results', whole]])
  assert.equal(gone.status, 422)
  assert.match(await gone.text(), /session a pris fin/)
  const nour = await world.person({ name: 'Nour' })
  assert.equal(await statusOf(put(JSON.stringify(file), nour)), 404)
})

test('results that are not those that were put in are found', async () => {
  assert.equal((await put(JSON.stringify(file))).status, 303)
  await world.seal()
  assert.deepEqual(say((await verifyRecord(world.db)).findings), [])
  const tx = await world.db.startTransaction().execute()
  const pages = JSON.stringify([{ name: 'home', faults: [] }])
  await tx.updateTable('accessibility_automated').set({ pages }).execute()
  const { findings } = await verifyRecord(tx)
  await tx.rollback().execute()
  assert.deepEqual(say(findings), ['notice accessibility: differs-from-journal'])
})
