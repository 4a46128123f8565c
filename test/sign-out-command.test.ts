import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { startBrowsing, type Browsing } from './browsing.ts'
import { runVivace } from './run-vivace.ts'
import { openSignInWorld, type SignInWorld } from './sign-in-world.ts'

let world: SignInWorld
before(async () => {
  world = await openSignInWorld()
})
after(() => world.close())

async function enter(email: string): Promise<Browsing> {
  const me = startBrowsing(world.app)
  await me.post(await world.linkFor(email), [
    ['name', 'Ada'],
    ['side', 'academic'],
    ['terms', '1'],
  ])
  return me
}

const isIn = async (me: Browsing) => (await me.get('/fr/account')).status === 200
const signOut = (...flags: string[]) => runVivace(world.url, ['people', 'sign-out', ...flags])

test('the operator ends the sessions of one person, or of everybody', async () => {
  const [here, there] = [await enter('ada@example.org'), await enter('ada@example.org')]
  const other = await enter('bela@example.org')
  const one = await signOut('Ada@example.org')
  assert.deepEqual([one.code, one.stdout], [0, '2 sessions ended\n'], one.stderr)
  assert.deepEqual([await isIn(here), await isIn(there), await isIn(other)], [false, false, true])

  const all = await signOut('--all')
  assert.deepEqual([all.code, all.stdout], [0, '2 sessions ended\n'], all.stderr)
  assert.equal(await isIn(other), false)
})

test('whom to sign out is said, once, and is somebody', async () => {
  for (const flags of [[], ['not an address'], ['ada@example.org', '--all']]) {
    const { code, stdout, stderr } = await signOut(...flags)
    assert.deepEqual([code, stdout, stderr], [2, '', 'Name one e-mail address, or --all.\n'])
  }
  const { code, stderr } = await signOut('nobody@example.org')
  assert.deepEqual([code, stderr], [1, 'Nobody signs in here by nobody@example.org.\n'])
})
