import type { Page } from 'playwright-core'
import { jpeg, pdf } from '../attach.ts'
import type { World } from '../world.ts'
import { expectRefusal, sendNothing, sendSignedOut } from './page-acts.ts'
import type { Pages, State, Visitor } from './page-state.ts'
import { report, type Numbers, type People } from './sample-contributions.ts'

/** Contributing: to a passage, to the whole report, to what somebody else said. */
export async function describeContributePages(
  world: World,
  people: People,
  numbers: Numbers,
): Promise<Pages> {
  const { nour, iris, hoarder } = people
  const busy = await world.person({ name: 'Prolixe' })
  const block = await world.blockWith('Chaque commune publie')
  const heading = await world.blockWith('Article 2 -')
  const table = await world.blockWith('Demande')
  const passage = `${report}/passages/${block.id}/contribution`
  const whole = `${report}/contribution`
  const reply = `/contributions/${numbers.argument}/reply`
  const argument = `${passage}?kind=argument`
  const draft = `${argument}&draft=key-of-a-draft-of-nour`
  const question = `${passage}?kind=question`
  return {
    '/reports/:slug/passages/:block/contribution': [
      { name: 'kinds for a passage', path: passage, as: iris },
      { name: 'kinds for a heading', path: headed(passage, heading.id), as: iris },
      ...formsOf(passage, ['remark', 'question', 'argument', 'source', 'local-success'], iris),
      ...formsOf(headed(passage, heading.id), ['new-proposition'], iris),
      { name: 'part of a table', path: `${headed(passage, table.id)}?kind=remark`, as: iris },
      { name: 'argument, refused', path: argument, as: iris, act: sendNothing },
      { name: 'source, refused', path: `${passage}?kind=source`, as: iris, act: sendNothing },
      { name: 'question, preview', path: question, as: iris, act: preview },
      { name: 'argument, preview', path: argument, as: iris, act: previewArgument },
      { name: 'words not found', path: question, as: iris, act: seek('rien de tel') },
      { name: 'words several', path: question, as: iris, act: seek('iste') },
      { name: 'sentences apart', path: question, as: iris, act: tickApart },
      { name: 'draft gone on with', path: draft, as: nour },
      { name: 'draft kept now', path: question, as: iris, act: keep },
      { name: 'drafts, too many', path: question, as: hoarder, act: keepRefused },
      { name: 'too many', path: question, as: busy, act: publishRefused },
      { name: 'question, signed out meanwhile', path: question, as: iris, act: signedOut },
    ],
    '/reports/:slug/contribution': [
      { name: 'files, added', path: `${whole}?kind=source`, as: iris, act: addFiles() },
      { name: 'files, refused', path: `${whole}?kind=source`, as: iris, act: refuseFiles },
      { name: 'files, preview', path: `${whole}?kind=remark`, as: iris, act: previewFiles },
      { name: 'kinds for the report', path: whole, as: iris },
      ...formsOf(whole, ['new-proposition', 'source'], iris),
      {
        name: 'proposition, refused',
        path: `${whole}?kind=new-proposition`,
        as: iris,
        act: sendNothing,
      },
    ],
    '/contributions/:number/reply': [
      { name: 'kinds for a reply', path: reply, as: iris },
      ...formsOf(reply, ['argument', 'question'], iris),
      { name: 'reply, refused', path: `${reply}?kind=argument`, as: iris, act: sendNothing },
      { name: 'reply, preview', path: `${reply}?kind=argument`, as: iris, act: previewArgument },
      {
        name: 'reply to what is gone',
        path: `${reply}?kind=question`,
        as: iris,
        act: (page) => replyToGone(page, numbers.withdrawn),
      },
    ],
  }
}

function headed(passage: string, id: string): string {
  return passage.replace(/passages\/[^/]+/, `passages/${id}`)
}

function formsOf(path: string, kinds: string[], as: Visitor): State[] {
  return kinds.map((kind) => ({ name: `${kind} on ${path}`, path: `${path}?kind=${kind}`, as }))
}

const words =
  'Une question, avec **du gras** et <b>une balise</b>.\n\n- un point\n- un second, longcommeunmotquinefinitpasetneveutpasseplier'

export async function preview(page: Page): Promise<void> {
  await page.locator('#body').fill(words)
  await page.locator('button[value=preview]').click()
  await page.locator('.preview').waitFor({ timeout: 10_000 })
}

async function previewArgument(page: Page): Promise<void> {
  await page.locator('#stance-against').check()
  await preview(page)
}

/** A picture and a PDF, with whatever else. */
function addFiles(...others: { name: string; mimeType: string; buffer: Buffer }[]) {
  return async (page: Page): Promise<void> => {
    await page.locator('.attach summary').click()
    const picture = { name: 'Une place.jpg', mimeType: 'image/jpeg' }
    const study = { name: 'Une étude.pdf', mimeType: 'application/pdf' }
    await page
      .locator('#file')
      .setInputFiles([
        { ...picture, buffer: Buffer.from(await jpeg(2000, 900)) },
        { ...study, buffer: Buffer.from(await pdf()) },
        ...others,
      ])
    await page.locator('button[value=attach]').click()
    await page.locator('.attached').waitFor({ timeout: 30_000 })
  }
}

async function refuseFiles(page: Page): Promise<void> {
  await addFiles({ name: 'dessin.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg/>') })(
    page,
  )
  await expectRefusal(page)
}

async function previewFiles(page: Page): Promise<void> {
  await addFiles()(page)
  await page.locator('.attached textarea').fill('Une place, vide le matin')
  await preview(page)
}

function seek(exact: string) {
  return async (page: Page): Promise<void> => {
    await page.locator('.choose-part summary').click()
    await page.locator('#words').fill(exact)
    await send(page, 'preview')
    await expectRefusal(page)
  }
}

async function tickApart(page: Page): Promise<void> {
  await page.locator('.choose-part summary').click()
  await page.locator('input[name=sentence]').first().check()
  await page.locator('input[name=sentence]').last().check()
  await send(page, 'preview')
  await expectRefusal(page)
}

async function keep(page: Page): Promise<void> {
  await send(page, 'draft')
  await page.waitForURL(/draft=/)
}

async function keepRefused(page: Page): Promise<void> {
  await send(page, 'draft')
  await expectRefusal(page)
}

async function publishRefused(page: Page): Promise<void> {
  await preview(page)
  await page.locator('button[value=publish]').click()
  await expectRefusal(page)
}

async function signedOut(page: Page): Promise<void> {
  await page.locator('#body').fill(words)
  await sendSignedOut(page, page.locator('button[value=preview]'))
}

async function replyToGone(page: Page, gone: number): Promise<void> {
  const form = page.locator('#form')
  await form.evaluate(
    (element, number) => element.setAttribute('action', `/fr/contributions/${number}/replies`),
    gone,
  )
  await send(page, 'preview')
  await expectRefusal(page)
}

async function send(page: Page, step: 'preview' | 'draft'): Promise<void> {
  await page.locator('#body').fill(words)
  await page.locator(`button[value=${step}]`).click()
}
