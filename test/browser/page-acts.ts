import type { Locator, Page } from 'playwright-core'
import { receivedKey } from './sample-contributions.ts'

export async function previewAmendment(
  page: Page,
  wording = 'Chaque commune publie la liste, en une page.',
): Promise<void> {
  await page.locator('#wording').fill(wording)
  await page.locator('#body').fill('Une page se lit.')
  await page.locator('button[value=preview]').click()
}

/** Past the browser's own check of required fields, as an older browser would send it. */
export async function sendNothing(page: Page): Promise<void> {
  const form = page.locator('main form')
  await form.evaluate((element) => element.setAttribute('novalidate', ''))
  await form.locator('button:not([type=button]):visible').first().click()
}

/** Publishes another text with a form that was received before, as after the browser's Back. */
export async function sendAgain(page: Page): Promise<void> {
  const key = page.locator('input[name=key]')
  await key.evaluate((element, sent) => element.setAttribute('value', sent), receivedKey)
  await previewAmendment(page)
  await page.locator('button[value=publish]').click()
  await expectRefusal(page)
}

export async function forgetEdition(page: Page): Promise<void> {
  const hidden = page.locator('input[name=edition]')
  await hidden.evaluate((element) => element.setAttribute('value', 'garbage'))
  await previewAmendment(page)
  await expectRefusal(page)
}

/** Sends the form as it arrives when the session has ended; the visit stays signed in afterwards. */
export async function sendSignedOut(page: Page, button: Locator): Promise<void> {
  const cookies = await page.context().cookies()
  await page.context().clearCookies()
  await button.click()
  await expectRefusal(page)
  await page.context().addCookies(cookies)
}

export async function expectRefusal(page: Page): Promise<void> {
  await page.locator('.error-summary').waitFor({ timeout: 10_000 })
}

/** Writes what will be refused. */
export async function previewRefused(page: Page, wording: string): Promise<void> {
  await previewAmendment(page, wording)
  await expectRefusal(page)
}

export async function openDetails(page: Page): Promise<void> {
  await page.locator('details summary').first().click()
}

export async function pressButton(page: Page): Promise<void> {
  await page.locator('main form button').click()
}

export async function refuse(page: Page): Promise<void> {
  await sendNothing(page)
  await expectRefusal(page)
}

/** One of several forms, past the browser's own check. */
export async function sendFirst(page: Page, selector: string): Promise<void> {
  const form = page.locator(`main ${selector}`)
  await form.evaluate((element) => element.setAttribute('novalidate', ''))
  await form.locator('button').first().click()
  await expectRefusal(page)
}

/** As if the form had been opened before somebody else changed what it is about. */
export async function pretendStale(page: Page, read: string): Promise<void> {
  const hidden = page.locator('main input[name=read]')
  await hidden.evaluate((element, value) => element.setAttribute('value', value), read)
}
