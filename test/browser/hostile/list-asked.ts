import type { Page } from 'playwright-core'
import type { Route, Seed } from '../../malformed/routes.ts'
import type { FilledWorld } from '../../malformed/fill.ts'
import { readPage } from '../../malformed/read-page.ts'
import type { Sight } from './look.ts'
import { packs, vectors } from './vectors.ts'

/** UTF-16 units that an address may well hold, of which several stand in one. */
const inAddresses = packs(vectors, 900)

const everything = vectors.map(({ text }) => text).join('\n')

/** Asked for what nobody looks for: in searches, in ways back, in names of what is not there. */
export function listAddresses(): Sight[] {
  const searches = packs(vectors, 200).map((text) => ({
    path: `/fr/reports/petite-loi/search?q=${encodeURIComponent(text)}`,
  }))
  const others = inAddresses.flatMap((text) => {
    const part = encodeURIComponent(text)
    const named = encodeURIComponent(text.replaceAll('\0', ''))
    return [
      { path: `/fr/account/sign-in?return=${part}` },
      { path: `/fr/account/sign-in?return=/${part}` },
      { path: `/fr/reports/${named}` },
    ]
  })
  return [...searches, ...others]
}

/** Every page with vectors in whatever its address asks. */
export function listQueries(world: FilledWorld, routes: readonly Route[]): Sight[] {
  const asking = routes.filter(({ method, pattern }) => method === 'GET' && isPage(pattern))
  return asking.flatMap(({ seeds, asked }, at): Sight[] => {
    const [seed] = seeds
    if (!seed) return []
    const address = new URL(seed.action, 'http://vivace.test')
    for (const [nth, name] of [...asked, 'done', 'page', 'x'].entries()) {
      address.searchParams.set(name, inAddresses[(at + nth) % inAddresses.length] ?? '')
    }
    return [{ path: address.pathname + address.search.slice(0, 12_000), as: byWhom(world, seed) }]
  })
}

/** Every form with all vectors in each of its fields, which refuses them. */
export async function listForms(world: FilledWorld, routes: readonly Route[]): Promise<Sight[]> {
  const taking = routes.filter(
    ({ method, pattern }) => method === 'POST' && isPage(pattern) && !/session/.test(pattern),
  )
  const first = taking.flatMap(({ seeds }) => seeds.slice(0, 1))
  return Promise.all(first.map((seed) => fillForm(world, seed)))
}

/** Vectors typed where script shows them while they are, and the same page as it is come back to. */
export function listTyped(world: FilledWorld, routes: readonly Route[]): Sight[] {
  const opened = routes.filter(
    ({ method, pattern }) =>
      method === 'GET' && /^[/]fr[/]reports[/].*[/](?:amendment|contribution)$/.test(pattern),
  )
  return opened.flatMap(({ seeds }) =>
    seeds.flatMap((seed): Sight[] => {
      const sight = { path: seed.action, as: byWhom(world, seed) }
      return [{ ...sight, act: typeEverything }, sight]
    }),
  )
}

/** The redline follows what is typed, and what is typed is kept, after a moment. */
async function typeEverything(page: Page): Promise<void> {
  for (const field of await page.locator('main textarea:visible').all()) {
    await field.fill(everything.slice(0, 8000).replaceAll('\0', ''))
  }
  await page.waitForTimeout(800)
}

async function fillForm(world: FilledWorld, seed: Seed): Promise<Sight> {
  const as = byWhom(world, seed)
  const page = await (await world.get(seed.page, as)).text()
  const form = readPage(page).forms.find(
    ({ action, method }) => (action || seed.page) === seed.action && method === 'post',
  )
  const fields = (form?.fields ?? []).map(({ name, type, value, choices }): [string, string] => {
    const isTyped = !['radio', 'checkbox', 'submit', 'select', 'hidden', 'file'].includes(type)
    return [name, isTyped ? everything : value || (choices[0] ?? '')]
  })
  return { path: seed.action, as, form: fields }
}

function byWhom(world: FilledWorld, { as }: Seed): { cookie: string } | undefined {
  const cookie = world.cookieOf(as)
  return cookie === undefined ? undefined : { cookie }
}

/** False for what a browser would save instead of showing it. */
function isPage(pattern: string): boolean {
  return pattern.startsWith('/fr') && !/[{]|[.](?:json|zip|csv)/.test(pattern)
}
