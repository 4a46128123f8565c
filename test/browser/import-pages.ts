import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { grantRole, reportDomain } from '../../src/roles/index.ts'
import { operator } from '../../src/permissions.ts'
import { findReport } from '../../src/reports/index.ts'
import { docx, paragraph } from '../docx.ts'
import { previewOf } from '../send-file.ts'
import { publishFile } from '../publish-file.ts'
import { firstWord, secondWord, wordFile } from '../word-again.ts'
import { publish } from '../take-part.ts'
import { smallBill, type World } from '../world.ts'
import { expectRefusal, sendNothing, sendSignedOut } from './page-acts.ts'
import type { Pages, State } from './page-state.ts'
import type { People } from './sample-contributions.ts'

/** Bringing a file into the text: the form, and the preview of files of every sort. */
export async function describeImportPages(world: World, { salome }: People): Promise<Pages> {
  const path = '/workshop/reports/petite-loi/import'
  const preview = async (name: string, bytes: string | Uint8Array, words = '') => {
    const href = await previewOf(world, { name, bytes, words, reason }, salome)
    return href.replace(/^\/fr/, '')
  }
  const bill = await readFile(smallBill, 'utf8')
  const edited = await preview('loi.html', `${editBill(bill)}${hostile}`)
  const long = await preview('long.md', longText(), 'Mesure')
  const bare = await preview(`${'nom-sans-espace'.repeat(12)}.docx`, docx(paragraph('Un mot.')))
  const word = await previewOfWord(world)
  const states: State[] = [
    { name: 'import preview', path: edited },
    { name: 'import preview, of every change', path: word },
    { name: 'import preview, of every change, typography', path: word, act: showTypography },
    { name: 'import preview, long', path: `${long}?page=2&differences=2` },
    { name: 'import preview, a line looked for', path: `${long}?find=mot` },
    { name: 'import preview, nothing found', path: `${long}?find=introuvable` },
    { name: 'import preview, no heading', path: bare },
    { name: 'import preview, words refused', path: edited, act: refuseWords },
    { name: 'import preview, changed meanwhile', path: edited, act: acceptAnother },
  ]
  return {
    '/workshop/reports/:slug/import': [
      { name: 'import', path, as: salome },
      { name: 'import, refused', path, as: salome, act: sendNothing },
      { name: 'import, a file refused', path, as: salome, act: sendPicture },
      {
        name: 'import, signed out meanwhile',
        path,
        as: salome,
        act: async (page) => {
          await page.locator('#reason').fill(reason)
          await chooseFile(page, 'a.md')
          await sendSignedOut(page, page.locator('main form button'))
        },
      },
    ],
    '/workshop/reports/:slug/import/:upload': states.map((state) => ({ ...state, as: salome })),
  }
}

const reason = `Une version remise${'encore'.repeat(12)} le 12 mars`

const hostile = `<h2>Un titre${'très'.repeat(30)}long</h2><script>1</script><custom-el>x</custom-el>
<p hidden>x</p><form><input></form><svg></svg><iframe></iframe><a href="ftp://x">ftp</a>`

/** Edited, moved, added and removed blocks; a heading that becomes a paragraph. */
function editBill(bill: string): string {
  return bill
    .replace(/<p>Exposé des motifs[^]*?<\/p>/, '')
    .replace('Le délai est de trois mois.', 'Le délai est de deux mois.')
    .replace('<h2>Réponses dues</h2>', '<h3>Réponses dues</h3><p><b>Mesure 4</b></p>')
    .replace('</blockquote>', '</blockquote><p>Exposé des motifs : une règle commune.</p>')
}

function longText(): string {
  const sections = Array.from({ length: 120 }, (_, at) => `## Mesure ${at}\n\nUn mot ${at}.`)
  return `# Titre\n\n${sections.join('\n\n')}\n`
}

/** A Word file that came back with changes of every kind, into a report of its own. */
async function previewOfWord(world: World): Promise<string> {
  const file = { name: 'rapport.docx', bytes: wordFile(firstWord) }
  const blocks = await publishFile(world, 'revenu', file)
  const report = await findReport(world.db, 'revenu')
  assert.ok(report)
  const [salome, nour] = [
    await world.person({ name: 'Salomé' }),
    await world.person({ name: 'Nour' }),
  ]
  const personId = salome.actor.personId ?? 0
  const granting = { personId, role: 'editor-in-chief' as const, domain: reportDomain(report) }
  await grantRole(world.db, operator, granting, new Date())
  for (const words of ['Un registre des', 'Les formulaires']) {
    const { id } = blocks.find(({ text }) => text.startsWith(words)) ?? { id: '' }
    await publish(world, nour, { path: `/fr/reports/revenu/passages/${id}/contributions` })
  }
  const sending = { name: 'rapport-2.docx', bytes: wordFile(secondWord), reason, to: 'revenu' }
  return (await previewOf(world, sending, salome)).replace(/^\/fr/, '')
}

async function showTypography(page: Page): Promise<void> {
  await page.locator('#typography').check()
}

async function chooseFile(page: Page, name: string, bytes = 'Un mot.'): Promise<void> {
  const file = { name, mimeType: 'text/plain', buffer: Buffer.from(bytes) }
  await page.locator('#file').setInputFiles(file)
}

async function sendPicture(page: Page): Promise<void> {
  await page.locator('#reason').fill(reason)
  await chooseFile(page, 'image.docx', '\u0089PNG')
  await page.locator('main form button').click()
  await expectRefusal(page)
}

async function refuseWords(page: Page): Promise<void> {
  await page.locator('#words').fill('mot'.repeat(30))
  await page.locator('form[action$=corrections] button').click()
  await expectRefusal(page)
}

/** As when somebody changed the text after the preview was shown. */
async function acceptAnother(page: Page): Promise<void> {
  const digest = page.locator('input[name=digest]')
  await digest.evaluate((element) => element.setAttribute('value', 'of another text'))
  await page.locator('form[action$=acceptance] button').click()
  await expectRefusal(page)
}
