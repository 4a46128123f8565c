import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { typedIn } from '../src/platform/http/sent-form.ts'
import { flag } from './flagging.ts'
import { withhold } from './moderate.ts'
import { publish } from './take-part.ts'
import { openWorld, origin, type World } from './world.ts'

let world: World
before(async () => {
  world = await openWorld()
})
after(() => world.close())

const words = 'Une raison <b>précise</b>, en deux lignes.'

test('words are what holds a space or an address; what a form carries unseen is not', () => {
  const fields: [string, string][] = [
    ['title', ' Deux mots '],
    ['lines', 'un\r\ndeux'],
    ['link', 'https://example.org/a'],
    ['email', 'ada@example.org'],
    ['key', '0eny447h5k'],
    ['read', '12'],
    ['sure', 'yes'],
    ['nothing', '  '],
  ]
  const typed = ['Deux mots', 'un\ndeux', 'https://example.org/a', 'ada@example.org']
  assert.deepEqual(typedIn({ fields, withFile: false }), typed)
})

test('what the account’s form had is sent once more, as it was, by whoever signs in again', async () => {
  const ada = await world.person({ name: 'Ada' })
  const profile: [string, string][] = [
    ['name', 'Ada de la Tour'],
    ['side', 'citizen'],
  ]
  const refused = await world.post('/fr/account/profile', profile)
  assert.equal(refused.status, 422)
  const page = await refused.text()
  assert.match(page, /<h1>Votre session a pris fin<\/h1>/)
  assert.match(page, /action="\/fr\/account\/profile"/)
  assert.match(page, /name="name" value="Ada de la Tour"/)
  assert.match(page, /name="side" value="citizen"/)
  assert.equal((await world.post('/fr/account/profile', profile, ada)).status, 303)
})

test('what is sent to what is no longer there is shown, to be copied', async () => {
  const maud = await world.person({ name: 'Maud', role: 'moderator' })
  const nour = await world.person({ name: 'Nour' })
  const number = await publish(world, nour, { body: 'Des mots publics.' })
  assert.equal((await withhold(world, maud, number)).status, 303)
  const gone = await flag(world, number, { explanation: words })
  assert.equal(gone.status, 404)
  const page = await gone.text()
  assert.match(page, /Ce que vous avez écrit/)
  assert.ok(page.includes('Une raison &lt;b&gt;précise&lt;/b&gt;, en deux lignes.'))
})

test('what another site sends is not shown', async () => {
  const sent = await world.app.request(`${origin}/fr/contributions/999/flag`, {
    method: 'POST',
    headers: { Origin: 'https://elsewhere.example' },
    body: new URLSearchParams({ explanation: words }),
  })
  assert.equal(sent.status, 403)
  assert.ok(!(await sent.text()).includes('en deux lignes'))
})
