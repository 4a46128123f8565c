import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { ensurePerson, forgetExpired } from '../src/people/index.ts'
import { runVivace } from './run-vivace.ts'
import {
  cookieOf,
  minute,
  nour,
  openSignInWorld,
  textOf,
  type Form,
  type SignInWorld,
} from './sign-in-world.ts'

let world: SignInWorld
before(async () => {
  world = await openSignInWorld()
})
after(() => world.close())

test('what a newcomer says of themselves is checked, kept as typed, and the link stays', async () => {
  const path = await world.linkFor('careful@example.org')
  const refused: [Form, RegExp][] = [
    [[['name', '']], /Écrivez un nom[\s\S]*Choisissez d’où vous parlez/],
    [[...nour, ['name', 'x'.repeat(81)]], /dépasse 80 caractères/],
    [
      [
        ['side', 'citizen'],
        ['name', 'Two\nlines'],
      ],
      /tenir sur une ligne/,
    ],
    [
      [
        ['side', 'citizen'],
        ['name', 'Nour\u202Egro.elpmaxe'],
      ],
      /caractères invisibles/,
    ],
    [
      [
        ['side', 'citizen'],
        ['name', '\u200B'],
      ],
      /une lettre ou un chiffre/,
    ],
    [
      [
        ['side', 'citizen'],
        ['name', 'N'],
        ['organisation', 'o'.repeat(121)],
      ],
      /dépasse 120/,
    ],
    [
      [
        ['side', 'king'],
        ['name', 'Kept as typed'],
      ],
      /value="Kept as typed"/,
    ],
  ]
  for (const [form, said] of refused) {
    const response = await world.post(path, form)
    assert.equal(response.status, 422)
    assert.match(await response.text(), said)
  }
  const smiling: Form = [
    ['name', `  ${'é'.normalize('NFD')}${'😀'.repeat(79)} `],
    ['side', 'citizen'],
    ['terms', '1'],
  ]
  assert.equal((await world.post(path, smiling)).status, 303)
})

test('whoever opens another person’s link becomes that person, and is no longer the first', async () => {
  const ada = await world.enter('ada@example.org', 'Ada L.')
  await world.enter('bela@example.org', 'Béla K.')
  const path = await world.linkFor('bela@example.org')
  assert.match(await textOf(world.get(path, ada)), /sous le nom de Ada L\./)
  const bela = cookieOf(await world.post(path, [], ada))
  const page = await textOf(world.get('/fr', bela))
  assert.match(page, /Béla K\./)
  assert.doesNotMatch(page, /Ada L\./)
  assert.doesNotMatch(await textOf(world.get('/fr', ada)), /Ada L\./)
})

test('the account is open to its person only, and a visitor comes back to it', async () => {
  const visitor = await world.get('/fr/account')
  assert.deepEqual(
    [visitor.status, visitor.headers.get('Location')],
    [303, '/fr/account/sign-in?return=%2Ffr%2Faccount'],
  )
  const saved = await world.post('/fr/account/profile', [['name', 'Nour']])
  assert.match(saved.headers.get('Location') ?? '', /sign-in\?return=%2Ffr%2Faccount$/)
})

test('a profile is saved and said to be; a refused one is kept as typed', async () => {
  const me = await world.enter('profile@example.org', 'Before')
  const refused = await world.post(
    '/fr/account/profile',
    [
      ['name', ' '],
      ['organisation', 'Kept'],
    ],
    me,
  )
  assert.equal(refused.status, 422)
  assert.match(await refused.text(), /value="Kept"/)

  const form: Form = [
    ['name', 'After'],
    ['side', 'association'],
    ['organisation', 'Les Ateliers'],
    ['locale', 'en'],
  ]
  const saved = await world.post('/fr/account/profile', form, me)
  assert.equal(saved.status, 303)
  const page = await textOf(world.get(saved.headers.get('Location') ?? '', me))
  assert.match(page, /<output[^>]*>C’est enregistré/)
  assert.match(page, /value="After"[\s\S]*value="association"[^>]*checked[\s\S]*Les Ateliers/)
  assert.match(page, /value="en"[^>]*checked/)
  assert.doesNotMatch(await textOf(world.get('/fr/account?done=anything', me)), /<output/)
})

test('signing out everywhere ends every session of the person, and of nobody else', async () => {
  const [here, there] = [
    await world.enter('many@example.org', 'Many'),
    await world.enter('many@example.org', 'Many'),
  ]
  const other = await world.enter('single@example.org', 'Single')
  const ended = await world.post('/fr/account/sessions/end', [], here)
  assert.match(await textOf(world.get(ended.headers.get('Location') ?? '')), /<output/)
  for (const cookie of [here, there]) {
    assert.equal((await world.get('/fr/account', cookie)).status, 303)
  }
  assert.equal((await world.get('/fr/account', other)).status, 200)
})

test('what is over is forgotten: sessions at once, links after a day', async () => {
  await world.enter('forgotten@example.org', 'Forgotten')
  const held = await world.linkFor('forgotten@example.org')
  const day = 24 * 60 * minute
  const count = async () =>
    (
      await world.db
        .selectFrom('sign_in_link')
        .select('email')
        .where('email', '=', 'forgotten@example.org')
        .execute()
    ).length
  await forgetExpired(world.db, new Date())
  assert.equal(await count(), 2)
  assert.equal((await world.get(held)).status, 200)
  await forgetExpired(world.db, new Date(Date.now() + day))
  assert.equal(await count(), 0)
  assert.ok((await world.countOf('session')) > 0)
  await forgetExpired(world.db, new Date(Date.now() + 31 * day))
  assert.equal(await world.countOf('session'), 0)
})

test('an account that is made twice at once is made once', async () => {
  const newcomer = {
    provider: 'email' as const,
    subject: 'granted@example.org',
    displayName: 'Granted',
    helixSide: 'political' as const,
    organisation: null,
    locale: 'fr',
  }
  const ids = await Promise.all(
    Array.from({ length: 4 }, () => ensurePerson(world.db, newcomer, new Date())),
  )
  assert.equal(new Set(ids).size, 1)
})

test('the command line gives a role and prints a link that signs in once, within a day', async () => {
  const granted = await runVivace(world.url, [
    'people',
    'grant',
    'Chief@example.org',
    'editor-in-chief',
    '--report',
    'petite-loi',
    '--name',
    'The Chief',
  ])
  assert.deepEqual([granted.code, granted.stderr], [0, ''])
  const [first, second, ...others] = granted.stdout.trimEnd().split('\n')
  assert.equal(first, 'chief@example.org is now editor-in-chief of petite-loi')
  assert.deepEqual(others, [])
  const path = /^sign in once, within 24 hours: http:\/\/vivace\.test(\/\S+)$/.exec(
    second ?? '',
  )?.[1]
  await world.age('chief@example.org', 23 * 60 * minute)
  const entered = await world.post(path ?? '', [])
  assert.deepEqual(
    [entered.status, entered.headers.get('Location')],
    [303, '/fr/workshop/reports/petite-loi'],
  )
  assert.equal((await world.get('/fr/workshop/reports/petite-loi', cookieOf(entered))).status, 200)
  assert.equal((await world.post(path ?? '', [])).status, 404)
})
