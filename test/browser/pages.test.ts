import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { openWorld, type World } from '../world.ts'
import { auditPage } from './audit.ts'
import { requireBrowser } from './journeys.ts'
import { serve } from './serve.ts'
import { openPage } from './visit.ts'

/** Somebody's cookie, and the page's address without its language. */
type State = {
  name: string
  path: string
  as?: { cookie: string }
  act?: (page: Page) => Promise<void>
}

/** Every page of the route table, by its pattern, in each state that it can be met in. */
type Pages = Record<string, State[]>

let world: World
let empty: World
let pages: Pages

before(async () => {
  world = await openWorld()
  empty = await openWorld({ editions: 0 })
  pages = await describePages()
})
after(async () => {
  await world.close()
  await empty.close()
})

test('every page that can be got is in the list', () => {
  const routes = world.app.routes
    .filter(({ method, path }) => method === 'GET' && path.startsWith('/fr'))
    .map(({ path }) => path.slice('/fr'.length))
  assert.deepEqual([...new Set(routes)].toSorted(), Object.keys(pages).toSorted())
})

test('what answers without a page is there too', async () => {
  const statuses: Record<string, number> = {}
  for (const path of ['/healthz', '/readyz', '/', '/c/1', '/e/petite-loi/2', '/nowhere']) {
    statuses[path] = (await world.get(path)).status
  }
  const block = await world.blockWith('Chaque commune publie')
  statuses['/p/'] = (await world.get(`/p/${block.id}`)).status
  const sheet =
    /href="(\/assets\/[^"]+[.]css)"/.exec(await (await world.get('/fr')).text())?.[1] ?? ''
  statuses['/assets/'] = (await world.get(sheet)).status
  assert.deepEqual(statuses, {
    '/healthz': 200,
    '/readyz': 200,
    '/': 302,
    '/c/1': 302,
    '/e/petite-loi/2': 302,
    '/nowhere': 404,
    '/p/': 302,
    '/assets/': 200,
  })
  const patterns = world.app.routes
    .filter(({ method, path }) => method === 'GET' && !/^\/(fr|en|qps)/.test(path))
    .map(({ path }) => path)
  const visited = [
    '/',
    '/healthz',
    '/readyz',
    '/assets/:name',
    '/p/:block',
    '/c/:number',
    '/e/:slug/:number',
  ]
  assert.deepEqual([...new Set(patterns)].toSorted(), visited.toSorted())
})

for (const { locale, width } of [
  { locale: 'fr', width: 1280 as const },
  { locale: 'fr', width: 320 as const },
  { locale: 'qps', width: 320 as const },
]) {
  test(`every page is valid, accessible and uncut in ${locale} at ${width} px`, async (t) => {
    const browser = await requireBrowser(t)
    if (!browser) return
    const where = { browser, locale, width }
    const full = await auditStates(world, where, Object.values(pages).flat())
    const bare = await auditStates(empty, where, emptyStates)
    assert.deepEqual([...full, ...bare], [])
  })
}

type Where = { browser: Browser; locale: string; width: 320 | 1280 }

/** What is wrong with the pages, in one visit for each person: a browser's context takes its time. */
async function auditStates(site: World, where: Where, states: State[]): Promise<string[]> {
  const served = await serve(site)
  const { browser, locale, width } = where
  const faults: string[] = []
  for (const [cookie, theirs] of Map.groupBy(states, ({ as }) => as?.cookie)) {
    const [name = '', value = ''] = cookie?.split('=') ?? []
    const options = { baseUrl: served.baseUrl, script: false, width, locale: 'fr' }
    const visit = await openPage(browser, {
      ...options,
      cookie: cookie ? { name, value } : undefined,
    })
    const source = sourceOf(visit.page)
    for (const state of theirs) {
      await visit.page.goto(`/${locale}${state.path}`)
      await state.act?.(visit.page)
      const found = await auditPage(visit.page, await source())
      faults.push(...found.map((fault) => `${state.name}: ${fault}`))
    }
    await visit.close()
  }
  await served.close()
  return faults
}

/** The bytes of the page now shown, also when a form's answer is that page. */
function sourceOf(page: Page): () => Promise<string> {
  let last: Promise<string> = Promise.resolve('')
  page.on('response', (response) => {
    const shown = response.request().isNavigationRequest() && response.status() !== 303
    if (shown && response.status() !== 302) last = response.text()
  })
  return () => last
}

const emptyStates: State[] = [
  { name: 'home', path: '' },
  { name: 'front before the first edition', path: '/reports/petite-loi' },
  { name: 'editions, none', path: '/reports/petite-loi/editions' },
  { name: 'contributions, none', path: '/reports/petite-loi/contributions' },
  { name: 'journal, nothing sealed', path: '/journal' },
  { name: 'sign-in, no way in', path: '/account/sign-in' },
]

async function describePages(): Promise<Pages> {
  const nour = await world.person({ name: 'Nour' })
  const camille = await world.person({ name: 'Camille', role: 'rapporteur' })
  const salome = await world.person({ name: 'Salomé' })
  await fillWorld({ nour, camille, salome })
  const part = await world.blockWith('Clarté des services publics')
  const block = await world.blockWith('Chaque commune publie')
  const table = await world.blockWith('Demande')
  const report = '/reports/petite-loi'
  const workshop = '/workshop/reports/petite-loi'
  const amendment = `${report}/passages/${block.id}/amendment`
  return {
    '': [{ name: 'home', path: '' }],
    '/reports/:slug': [
      { name: 'front', path: report },
      { name: 'front for an editor', path: report, as: salome },
    ],
    '/reports/:slug/editions': [{ name: 'editions', path: `${report}/editions` }],
    '/reports/:slug/editions/:number': [{ name: 'edition', path: `${report}/editions/2` }],
    '/reports/:slug/editions/:number/changes': [
      { name: 'changes', path: `${report}/editions/2/changes` },
    ],
    '/reports/:slug/part/:block': [
      { name: 'part', path: `${report}/part/${part.id}` },
      { name: 'part that is not there', path: `${report}/part/nowhere` },
    ],
    '/reports/:slug/editions/:number/part/:block': [
      { name: 'part of an old edition', path: `${report}/editions/1/part/${part.id}` },
    ],
    '/reports/:slug/passages/:block': [
      { name: 'passage', path: `${report}/passages/${block.id}` },
      { name: 'passage that is a table', path: `${report}/passages/${table.id}` },
    ],
    '/reports/:slug/passages/:block/amendment': [
      { name: 'choose sentences', path: amendment, as: nour },
      { name: 'choose, refused', path: `${amendment}?step=rewrite`, as: nour },
      { name: 'choose, not consecutive', path: `${amendment}?sentence=1&sentence=3`, as: nour },
      { name: 'rewrite', path: `${amendment}?sentence=1`, as: nour },
      { name: 'preview', path: `${amendment}?sentence=1`, as: nour, act: previewAmendment },
      { name: 'rewrite, refused', path: `${amendment}?sentence=1`, as: nour, act: sendNothing },
    ],
    '/reports/:slug/contributions': [{ name: 'contributions', path: `${report}/contributions` }],
    '/contributions/:number': [
      { name: 'contribution, accepted', path: '/contributions/1' },
      { name: 'contribution, waiting, for an editor', path: '/contributions/3', as: camille },
    ],
    '/workshop/reports/:slug': [{ name: 'queue', path: workshop, as: salome }],
    '/workshop/reports/:slug/publication': [
      { name: 'publication', path: `${workshop}/publication`, as: salome },
      {
        name: 'publication, refused',
        path: `${workshop}/publication`,
        as: salome,
        act: pressButton,
      },
    ],
    '/workshop/contributions/:number/answer': [
      { name: 'answer', path: '/workshop/contributions/3/answer', as: camille },
      {
        name: 'answer, refused',
        path: '/workshop/contributions/3/answer',
        as: camille,
        act: sendNothing,
      },
    ],
    '/journal': [{ name: 'journal', path: '/journal' }],
    '/account/sign-in': [{ name: 'sign-in', path: '/account/sign-in' }],
  }
}

async function fillWorld(people: Record<'nour' | 'camille' | 'salome', { cookie: string }>) {
  const block = await world.blockWith('Chaque commune publie')
  const amend = (sentence: string, edition: string, wording: string) =>
    world.post(
      `/fr/reports/petite-loi/passages/${block.id}/amendments`,
      [
        ['sentence', sentence],
        ['edition', edition],
        ['wording', wording],
        [
          'body',
          'Un très longmotquinesecoupepasetquipourraitdéborderdelapageétroite, puis d’autres.',
        ],
        ['key', `key-of-the-form-${sentence}-${edition}`],
        ['step', 'publish'],
      ],
      people.nour,
    )
  const answer = (number: number, decision: string) =>
    world.post(
      `/fr/workshop/contributions/${number}/answer`,
      [
        ['decision', decision],
        ['reason', 'Une raison.'],
      ],
      people.camille,
    )
  await amend('2', '1', 'Elle la met à jour chaque trimestre.')
  await amend('3', '1', 'La liste est gratuite et affichée.')
  await answer(1, 'accepted')
  await answer(2, 'declined')
  await world.post('/fr/workshop/reports/petite-loi/editions', [], people.salome)
  await amend('1', '2', 'Chaque commune, grande ou petite, publie la liste de ses services.')
  await world.seal()
}

async function previewAmendment(page: Page): Promise<void> {
  await page.locator('#wording').fill('Chaque commune publie la liste, en une page.')
  await page.locator('#body').fill('Une page se lit.')
  await page.locator('button[value=preview]').click()
}

/** Past the browser's own check of required fields, as an older browser would send it. */
async function sendNothing(page: Page): Promise<void> {
  const form = page.locator('main form')
  await form.evaluate((element) => element.setAttribute('novalidate', ''))
  await form.locator('button').first().click()
}

async function pressButton(page: Page): Promise<void> {
  await page.locator('main form button').click()
}
