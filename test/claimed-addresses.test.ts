import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { listFlags } from '../src/moderation/flag-store.ts'
import { findTokens } from '../src/platform/ids.ts'
import { findPersonByIdentity } from '../src/people/index.ts'
import { actorOf } from '../src/people/person.ts'
import { flag } from './flagging.ts'
import { inviteTo } from './invite.ts'
import { make, send } from './organisation-world.ts'
import { linkIn, openSignInWorld, type SignInWorld } from './sign-in-world.ts'
import { publish, type Somebody } from './take-part.ts'

const victim = 'boss@grandville.example'

let world: SignInWorld
let number: number
let attacker: { cookie: string }
before(async () => {
  world = await openSignInWorld()
  const nour: Somebody = await world.person({ name: 'Nour' })
  number = await publish(world, nour, { body: 'Une phrase de Nour.' })
  const salome = await world.person({ name: 'Salomé', role: 'editor-in-chief' })
  await world.enter(victim, 'La maire')
  const told = { name: 'La maire', email: victim, explanation: 'On y donne mon adresse.' }
  assert.equal((await flag(world, number, told)).status, 303)
  assert.equal((await inviteTo(world, { email: victim }, salome)).status, 303)
  attacker = await world.enter('mallory@example.org', 'Mallory')
  await world.post('/fr/account/addresses', [['email', victim]], attacker)
  await claimOrganisation()
  await world.ask(victim)
})
after(() => world.close())

/** Of which they ask to be known by an address of its domain that is not theirs. */
async function claimOrganisation(): Promise<void> {
  const id = await findPersonByIdentity(world.db, 'email', 'mallory@example.org')
  assert.ok(id)
  const as = { ...attacker, actor: actorOf(id, []) }
  const slug = await make(world, as, {
    name: 'Ville de Grandville',
    mailDomain: 'grandville.example',
  })
  const asked = await send(world, { slug, path: 'verification' }, { email: victim }, as)
  assert.equal(asked.status, 303)
}

type Mails = { tables: { mail: { rows: { text: string; subject: string }[] } } }

async function takeAway(): Promise<{ json: string; mails: Mails['tables']['mail']['rows'] }> {
  const sent = await world.get('/fr/account/data.zip', attacker)
  const files = unzipSync(new Uint8Array(await sent.arrayBuffer()))
  const json = strFromU8(files['vivace-data/data.json'] ?? new Uint8Array())
  const data: Mails = JSON.parse(json)
  return { json, mails: data.tables.mail.rows }
}

test('who wants to add an address is not given what is mailed there', async () => {
  assert.ok(linkIn((await world.mailsTo(victim)).at(-1)?.text ?? ''), 'a link waits there')
  const { json, mails } = await takeAway()
  assert.doesNotMatch(json, /On y donne mon adresse|La maire/)
  assert.equal(mails.length, 1, 'the mail by which they came, and no other')
})

test('nor who wants to prove an organisation by it', async () => {
  const mails = await world.mailsTo(victim)
  assert.ok(mails.some(({ text }) => /verification\/[\w-]{43}/.test(text)))
  assert.doesNotMatch((await takeAway()).json, /verification\/[\w-]{43}/)
})

test('a copy of one’s own mails opens nothing', async () => {
  const { mails } = await takeAway()
  assert.match(mails[0]?.text ?? '', /sign-in-links\/…/)
  assert.deepEqual(
    mails.flatMap(({ text }) => findTokens(text)),
    [],
  )
})

test('whoever is erased takes nothing away that belongs to an address that they only claimed', async () => {
  const before = (await world.mailsTo(victim)).length
  const word: [string, string][] = [
    ['texts', 'kept'],
    ['when', 'now'],
    ['word', 'EFFACER'],
  ]
  assert.equal((await world.post('/fr/account/erasure', word, attacker)).status, 303)
  const [kept] = await listFlags(world.db, number)
  assert.deepEqual(
    [kept?.email, kept?.explanation, kept?.forgottenAt],
    [victim, 'On y donne mon adresse.', null],
  )
  const invitation = await world.db
    .selectFrom('invitation')
    .select(['email', 'withdrawn_at'])
    .executeTakeFirstOrThrow()
  assert.deepEqual(invitation, { email: victim, withdrawn_at: null })
  // But the two mails that Mallory had sent there.
  assert.equal((await world.mailsTo(victim)).length, before - 2)
  assert.ok(await world.post(linkIn((await world.mailsTo(victim)).at(-1)?.text ?? '') ?? '', []))
})
