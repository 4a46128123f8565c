import assert from 'node:assert/strict'
import type { Locator, Page } from 'playwright-core'

type Pressed = 'link' | 'button'

/** How somebody uses a page, finding each thing by what it is called; no-break spaces count as spaces. */
export type Hands = {
  press: (role: Pressed, name: string) => Promise<void>
  write: (label: string, text: string) => Promise<void>
  choose: (label: string) => Promise<void>
  /** Opens what is folded away under these words. */
  unfold: (summary: string) => Promise<void>
}

/** By mouse or by touch. */
export function pointer(page: Page, touch = false): Hands {
  const meet = (target: Locator) => (touch ? target.tap() : target.click())
  return {
    press: (role, name) =>
      follow(page, page.getByRole(role, { name: asRead(name) }).first(), touch),
    write: (label, text) => page.getByLabel(asRead(label)).first().fill(text),
    choose: (label) => meet(page.getByLabel(asRead(label)).first()),
    unfold: (summary) => meet(summaryOf(page, summary)),
  }
}

function summaryOf(page: Page, words: string): Locator {
  return page.locator('summary', { hasText: asRead(words) }).first()
}

/** Each press is followed to the end of its page: an event left over would be taken for the next one's. */
export async function follow(page: Page, target: Locator, touch = false): Promise<void> {
  const arrived = page.waitForEvent('load')
  await (touch ? target.tap() : target.click())
  await arrived
}

/** By keyboard alone, going forward with Tab; what has the focus must show it. */
export function keyboard(page: Page): Hands {
  const press = async (role: Pressed, name: string) => {
    await reach(page, page.getByRole(role, { name: asRead(name) }).first())
    const arrived = page.waitForEvent('load')
    await page.keyboard.press('Enter')
    await arrived
  }
  const write = async (label: string, text: string) => {
    await reach(page, page.getByLabel(asRead(label)).first())
    await page.keyboard.press('ControlOrMeta+A')
    await page.keyboard.press('Delete')
    await page.keyboard.insertText(text)
  }
  const unfold = async (summary: string) => {
    await reach(page, summaryOf(page, summary))
    await page.keyboard.press('Enter')
  }
  return { press, write, choose: (label) => chooseByKeys(page, label), unfold }
}

const furthest = 150

async function reach(page: Page, target: Locator): Promise<void> {
  await target.waitFor()
  for (let tabs = 0; tabs < furthest; tabs += 1) {
    if (await target.evaluate(hasFocus)) return
    await page.keyboard.press('Tab')
    assert.ok(await page.evaluate(showsFocus), `nothing shows the focus on ${page.url()}`)
  }
  assert.fail(`no Tab reaches ${String(target)} on ${page.url()}`)
}

/** Tab stops once at a group of radio buttons; the arrows go through it. */
async function chooseByKeys(page: Page, label: string): Promise<void> {
  const target = page.getByLabel(asRead(label)).first()
  if ((await target.getAttribute('type')) === 'checkbox') {
    await reach(page, target)
    return page.keyboard.press('Space')
  }
  const name = await target.getAttribute('name')
  const group = page.locator(`input[name="${name}"]`)
  await reach(page, group.first())
  for (let arrows = await group.count(); arrows > 0; arrows -= 1) {
    if (await target.evaluate(hasFocus)) break
    await page.keyboard.press('ArrowDown')
  }
  await page.keyboard.press('Space')
  assert.ok(await target.isChecked(), `${label} is chosen`)
}

function asRead(name: string): RegExp {
  return new RegExp(name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(' ', '\\s'))
}

// What these two use of the page's own globals; our compiler knows only those of Node.
type Focusable = { matches: (selector: string) => boolean }
declare const document: { activeElement: Focusable | null; body: Focusable }
declare const getComputedStyle: (element: Focusable) => { outlineStyle: string }

function hasFocus(element: unknown): boolean {
  return document.activeElement === element
}

/** Past the last thing of a page, Tab goes back to its beginning, where nothing has the focus. */
function showsFocus(): boolean {
  const focused = document.activeElement
  if (focused === null || focused === document.body) return true
  const dated = focused.matches('input[type=date]')
  const shown = dated || focused.matches(':focus-visible')
  return shown && getComputedStyle(focused).outlineStyle !== 'none'
}
