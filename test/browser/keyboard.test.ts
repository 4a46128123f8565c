import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { openWorld, type World } from '../world.ts'
import { requireBrowser } from './journeys.ts'
import { describeNotices } from './notice-pages.ts'
import { describePages } from './page-list.ts'
import type { Pages, State } from './page-state.ts'
import { runInPage } from './scripting.ts'
import { serve } from './serve.ts'
import { openPage } from './visit.ts'

test('every control of every page is reached with the Tab key, and left with it', async (t) => {
  const browser = await requireBrowser(t)
  if (!browser) return
  const faults: string[] = []
  for (const describe of [describePages, describeNotices]) {
    const world = await openWorld()
    t.after(() => world.close())
    faults.push(...(await walk(browser, world, await describe(world))))
  }
  assert.deepEqual(faults, [])
})

/** A guard that is broken on purpose needs only the states whose name holds this. */
const named = process.env['VIVACE_TEST_STATES'] ?? ''

/** The first and the last state of each route, as the address alone gives them: the audit of all of them sees to names and to where focus shows. */
function chooseStates(pages: Pages): State[] {
  return Object.values(pages)
    .map((states) => states.filter(({ act }) => !act))
    .flatMap((states) => [...new Set([states.at(0), states.at(-1)])])
    .filter((state) => state !== undefined)
    .filter(({ name }) => name.includes(named))
}

async function walk(browser: Browser, world: World, pages: Pages): Promise<string[]> {
  const { baseUrl, close } = await serve(world)
  const faults: string[] = []
  try {
    for (const state of chooseStates(pages)) {
      const [name = '', value = ''] = state.as?.cookie.split('=') ?? []
      const cookie = state.as && { name, value }
      // Scripts run: it is they that could hold focus.
      const options = { baseUrl, script: true, width: 320 as const, locale: 'fr', cookie }
      const visit = await openPage(browser, options)
      await visit.page.goto(`/fr${state.path}`)
      const missed = await listMissed(visit.page)
      faults.push(...missed.map((control) => `${state.name}: ${control}`))
      await visit.close()
    }
  } finally {
    await close()
  }
  return faults
}

/** A day has fields of its own within, each a stop: more than that on one control is a trap. */
const mostStops = 8

/** The controls at which no press of the key arrives, from the top of the page on until one has them all. */
async function listMissed(page: Page): Promise<string[]> {
  const controls = await runInPage<string[]>(page, [listControls, isLedTo])
  const reached = new Set<string>()
  // What scrolls is a stop, too, though no control.
  let presses = 2 * controls.length + mostStops
  for (let last = '', stays = 0; presses > 0 && reached.size < controls.length; presses -= 1) {
    await page.keyboard.press('Tab')
    const at = await runInPage<string>(page, [nameFocused])
    stays = at === last ? stays + 1 : 0
    if (stays > mostStops) return [`holds the focus: ${at}`]
    if (at === last) presses += 1
    last = at
    if (at !== '') reached.add(at)
  }
  return controls.filter((control) => !reached.has(control))
}

// All below runs in the page.

type Control = {
  localName: string
  type?: string
  name?: string
  checked?: boolean
  disabled?: boolean
  dataset: Record<string, string | undefined>
  closest: (selector: string) => object | null
  checkVisibility: (options: { visibilityProperty: boolean }) => boolean
  textContent: string
}
declare const document: {
  activeElement: Control | null
  querySelectorAll: (selector: string) => Iterable<Control>
}

/** Each by a name that it is given here; of a group of choices the one that is chosen, or the first: arrows lead through it. */
function listControls(): string[] {
  const all = 'a[href], button, input:not([type=hidden]), select, textarea, summary'
  return [...document.querySelectorAll(all)]
    .filter((control) => control.checkVisibility({ visibilityProperty: true }))
    .filter((control) => !control.disabled && control.closest('[aria-hidden=true]') === null)
    .filter((control, at, controls) => !isLedTo(control, controls.slice(0, at), controls))
    .map((control, at) => {
      const words = control.textContent.trim().slice(0, 30)
      const name = `${at} ${control.localName} ${control.name ?? ''} ${words}`
      control.dataset['reached'] = name
      return name
    })
}

/** From another of its group. */
function isLedTo(control: Control, before: readonly Control[], all: readonly Control[]): boolean {
  if (control.type !== 'radio' || control.checked) return false
  const isOfGroup = ({ type, name }: Control) => type === 'radio' && name === control.name
  return before.some(isOfGroup) || all.some((other) => isOfGroup(other) && other.checked === true)
}

function nameFocused(): string {
  return document.activeElement?.dataset['reached'] ?? ''
}
