import type { Page } from 'playwright-core'
import {
  actorOf,
  findPersonByIdentity,
  openSession,
  sessionCookie,
} from '../../src/people/index.ts'
import type { Browsing } from '../browsing.ts'
import { follow, goThrough, openAccountWith, type ProvidersWorld } from '../providers-world.ts'
import { testMailing } from '../world.ts'
import { make } from '../organisation-world.ts'
import type { Pages, Visitor } from './page-state.ts'

/** Signing in with providers, and the ways in of an account, in each state that they can be met in. */
export async function describeWays(world: ProvidersWorld): Promise<Pages> {
  const { proconnect, franceconnect, oidc } = world.providers
  const long = `Un-nom-de-famille-qui-ne-se-coupe-pas-${'x'.repeat(30)}`
  franceconnect.accounts.set('long', { given_name: 'Marie', family_name: long })
  oidc.accounts.set('taken', { name: 'Quelqu’un d’autre' }).set('free', { name: long })

  const newcomer = world.browse()
  const opening = await follow(newcomer, await goThrough(newcomer, proconnect, { as: 'marie' }))
  const nameless = world.browse()
  const short = await follow(nameless, await goThrough(nameless, franceconnect, { as: 'long' }))
  const other = world.browse()
  await openAccountWith(other, oidc, { as: 'taken' })
  const me = await prepare(world)
  const adding = await follow(me, await goThrough(me, oidc, { as: 'free', query: '?add=1' }))
  const over = await goThrough(me, oidc, { as: 'taken', query: '?add=1' })
  await follow(me, over)
  const removals = await listRemovals(me)
  const [onlyWay = ''] = await listRemovals(other)
  const open = await addressLink(world, me, 'further@example.org')
  const passkey = await keepPasskeys(world)
  const { vouched, organisation, elsewhere, bare } = await makeOrganisations(world)
  const answer = '/account/providers/oidc/answer'
  const as = visitorOf(me)
  return {
    '/account/sign-in': [
      { name: 'sign-in with providers', path: '/account/sign-in' },
      { name: 'sign-in with a passkey', path: '/account/sign-in', act: showHidden },
    ],
    '/account': [{ name: 'account with several ways in', path: '/account', as }],
    '/account/providers/:provider': [
      { name: 'provider that is away', path: '/account/providers/oidc-2' },
    ],
    '/account/providers/:provider/answer': [
      { name: 'provider, answer to nothing', path: answer },
      { name: 'provider, declined', path: '/account', as, act: decline(world, me) },
      { name: 'provider, of somebody else', path: '/account', as, act: bringAnothers(world, me) },
    ],
    '/account/providers/:provider/attempts/:token': [
      { name: 'provider, newcomer', path: pageOf(opening.at), as: visitorOf(newcomer) },
      {
        name: 'provider, newcomer refused',
        path: pageOf(short.at),
        as: visitorOf(nameless),
        act: sendLongName,
      },
      { name: 'provider to be added', path: pageOf(adding.at), as },
      { name: 'signed out, on to the provider', path: '/account/sign-in', act: signOut(world) },
    ],
    '/organisations/:organisation/verification': [
      { name: 'verification by SIRET', path: `${organisation}/verification`, as: vouched },
      { name: 'verification, another SIRET', path: `${elsewhere}/verification`, as: vouched },
      { name: 'verification, SIRET missing', path: `${bare}/verification`, as: vouched },
    ],
    '/account/passkeys': [
      { name: 'new passkey, without scripts', path: '/account/passkeys', as },
      { name: 'new passkey', path: '/account/passkeys', as, act: showHidden },
    ],
    '/account/passkeys/:id': [
      { name: 'passkey', path: `/account/passkeys/${passkey}`, as },
      { name: 'passkey, refused', path: `/account/passkeys/${passkey}`, as, act: sendLongName },
    ],
    '/account/passkeys/:id/removal': [
      { name: 'removal of a passkey', path: `/account/passkeys/${passkey}/removal`, as },
    ],
    '/account/addresses': [
      { name: 'further address', path: '/account/addresses', as },
      { name: 'further address, refused', path: '/account/addresses', as, act: sendOwnAddress },
    ],
    '/account/address-links/:token': [
      { name: 'address link', path: pageOf(open), as },
      { name: 'address link, visitor', path: pageOf(open) },
      { name: 'address link, of another account', path: pageOf(open), as: visitorOf(other) },
      { name: 'address link that never was', path: '/account/address-links/nothing', as },
    ],
    '/account/ways/:id/removal': [
      { name: 'removal of a way in', path: pageOf(removals[0] ?? ''), as },
      { name: 'removal of the last way in', path: pageOf(onlyWay), as: visitorOf(other) },
    ],
  }
}

/** Two, of whoever `prepare` made; returns the first one's id. */
async function keepPasskeys(world: ProvidersWorld): Promise<number> {
  const { settings } = world.providers.franceconnect
  const person = await findPersonByIdentity(world.db, settings.issuer, 'fc-marie')
  const kept = {
    person_id: person?.id ?? 0,
    public_key: Buffer.from('x'),
    counter: 1,
    synced: false,
    transports: [],
    created_at: new Date(),
  }
  const [first] = await world.db
    .insertInto('passkey')
    .values([
      { ...kept, credential_id: 'a', name: `Un-nom-sans-espace-${'x'.repeat(60)}` },
      { ...kept, credential_id: 'b', name: 'Firefox sur Linux', used_on: new Date() },
    ])
    .returning('id')
    .execute()
  return first?.id ?? 0
}

/** As a script shows what needs one. */
async function showHidden(page: Page): Promise<void> {
  await page.locator('main form[hidden]').evaluate((form) => form.removeAttribute('hidden'))
}

/** A page's address without its language. */
function pageOf(path: string): string {
  return path.slice('/fr'.length)
}

function visitorOf({ cookie = '' }: Browsing): Visitor {
  return { cookie }
}

/** Somebody with two addresses, a provider, and a second device. */
async function prepare(world: ProvidersWorld): Promise<Browsing> {
  const address = `une-adresse-tres-longue-qui-ne-se-coupe-pas-${'x'.repeat(30)}@example.org`
  const me = world.browse()
  me.cookie = (await world.enter(address, 'Un nom public')).cookie
  const link = await addressLink(world, me, 'second@example.org')
  await me.post(link)
  const { franceconnect } = world.providers
  const asked = await goThrough(me, franceconnect, { as: 'fc-marie', query: '?add=1' })
  await me.post((await follow(me, asked)).at)
  await world.enter(address, 'Un nom public')
  return me
}

async function addressLink(world: ProvidersWorld, me: Browsing, email: string): Promise<string> {
  await me.post('/fr/account/addresses', [['email', email]])
  const mail = (await world.mailsTo(email)).at(-1)
  const [path = ''] = /\/fr\/account\/address-links\/\S+/.exec(mail?.text ?? '') ?? []
  return path
}

async function listRemovals(me: Browsing): Promise<string[]> {
  const account = await (await me.get('/fr/account')).text()
  return [...account.matchAll(/\/fr\/account\/ways\/\d+\/removal/g)].map(([path]) => path)
}

/** The page that an answer of the provider is told by, made anew each time: it serves once. */
function decline(world: ProvidersWorld, me: Browsing) {
  return bring(world, me, null)
}

function bringAnothers(world: ProvidersWorld, me: Browsing) {
  return bring(world, me, 'taken')
}

function bring(world: ProvidersWorld, me: Browsing, as: string | null) {
  return async (page: Page) => {
    const query = '?add=1'
    const back = await goThrough(me, world.providers.oidc, { as, query })
    const { pathname } = new URL(page.url())
    const locale = pathname.split('/')[1] ?? 'fr'
    await page.goto(`/${locale}/account/providers/oidc/answer?${back.split('?')[1]}`)
  }
}

/** What signing out answers, without its head, by which one goes on at once. */
function signOut(world: ProvidersWorld) {
  const { settings } = world.providers.franceconnect
  return async (page: Page) => {
    const person = await findPersonByIdentity(world.db, settings.issuer, 'fc-marie')
    const vouched = { provider: settings.issuer, idToken: 'a.b.c', key: testMailing.key }
    const token = await openSession(world.db, person?.id ?? 0, new Date(), { vouched })
    const me = world.browse()
    me.cookie = `${sessionCookie}=${token}`
    const { pathname } = new URL(page.url())
    const answer = await me.post(`/${pathname.split('/')[1]}/account/session/end`)
    const body = await answer.text()
    await page.route(`**${pathname}`, (route) =>
      route.fulfill({ contentType: 'text/html; charset=utf-8', body }),
    )
    await page.reload()
    await page.unroute(`**${pathname}`)
  }
}

async function sendLongName(page: Page): Promise<void> {
  await page.locator('#name').fill('')
  await sendForm(page)
}

async function sendOwnAddress(page: Page): Promise<void> {
  await page.locator('#email').fill('second@example.org')
  await sendForm(page)
}

/** Past the browser's own check of its fields, as an older browser would send it. */
async function sendForm(page: Page): Promise<void> {
  const form = page.locator('main form').first()
  await form.evaluate((element) => element.setAttribute('novalidate', ''))
  await form.locator('button').first().click()
  await page.locator('.error-summary').waitFor({ timeout: 10_000 })
}

/** Of somebody whom a provider vouches for at the SIRET of the first. */
async function makeOrganisations(world: ProvidersWorld) {
  const { proconnect } = world.providers
  const siret = '13002526500039'
  proconnect.accounts.set('agent', { given_name: 'Agathe', usual_name: 'Dupont', siret })
  const agent = world.browse()
  await openAccountWith(agent, proconnect, { as: 'agent' })
  const person = await findPersonByIdentity(world.db, proconnect.settings.issuer, 'agent')
  if (!person) throw new Error('nobody came in')
  const { cookie = '' } = agent
  const as = { cookie, actor: actorOf(person, []) }
  return {
    vouched: visitorOf(agent),
    organisation: `/organisations/${await make(world, as, { name: 'Ville du SIRET', siret })}`,
    elsewhere: `/organisations/${await make(world, as, { name: 'Ailleurs', siret: '13002526500047' })}`,
    bare: `/organisations/${await make(world, as, { name: 'Sans SIRET' })}`,
  }
}
