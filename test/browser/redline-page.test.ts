import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { writeRedlinePage } from '../../src/commands/redline-page.tsx'
import {
  parseHtml,
  parseMarkdownDocument,
  redlineTexts,
  type ParsedDocument,
} from '../../src/text/index.ts'
import { newText, oldText } from '../compared-texts.ts'
import { auditPage } from './audit.ts'
import { requireBrowser } from './journeys.ts'

let folder: string
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vivace-redline-'))
})
after(() => rm(folder, { recursive: true, force: true }))

type Compared = { old: ParsedDocument; now: ParsedDocument; locale?: 'fr' | 'en' }

async function openCompared(page: Page, { locale = 'fr', ...texts }: Compared): Promise<string> {
  const names = { old: 'avant.md', now: 'après.md' }
  const items = redlineTexts(texts.old.blocks, texts.now.blocks)
  const html = await writeRedlinePage({ ...texts, items, locale, names })
  const path = join(folder, 'page.html')
  await writeFile(path, html)
  await page.goto(pathToFileURL(path).href)
  return html
}

const markdown = { old: parseMarkdownDocument(oldText), now: parseMarkdownDocument(newText) }
const arabic = (words: string) =>
  parseHtml(
    `<html lang="ar"><h1>ميثاق المدينة</h1><p>تنشر كل بلدية ${words} قائمة خدماتها.</p></html>`,
  )

const kinds: Record<string, Compared> = {
  'of every kind': markdown,
  'in English': { ...markdown, locale: 'en' },
  none: { old: markdown.old, now: markdown.old },
  'of everything': { old: parseMarkdownDocument('# Rien\n\nX.'), now: markdown.now },
  'of a text that runs right to left': { old: arabic('سنويا'), now: arabic('شهريا') },
}

for (const [name, compared] of Object.entries(kinds)) {
  test(`a page of changes ${name} is valid, accessible and uncut, and asks for nothing`, async (t) => {
    const browser = await requireBrowser(t)
    if (!browser) return
    const page = await browser.newPage({ viewport: { width: 320, height: 900 } })
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    const html = await openCompared(page, compared)
    assert.doesNotMatch(html, /<script|style="|@import|url\(/)
    assert.deepEqual(await auditPage(page, html), [])
    assert.deepEqual(asked.length, 1)
    await page.close()
  })
}

test('changes are told by words, led to by the list, by the map and from one another', async (t) => {
  const browser = await requireBrowser(t)
  if (!browser) return
  const page = await browser.newPage({ javaScriptEnabled: false })
  await openCompared(page, markdown)
  const kindsOf = page.locator('.change .about > .change-kind')
  assert.deepEqual(
    (await kindsOf.allInnerTexts()).map((text) => text.split('\u00a0')[0]),
    [
      'Déplacé',
      'Ajouté',
      'Modifié',
      'Partagé en plusieurs passages',
      'Typographie seulement',
      'Ajouté',
      'Modifié',
      'Modifié',
      'Supprimé',
    ],
  )
  assert.match(await kindsOf.first().innerText(), /Article 3 et ses 2 passages$/)
  const place = await page.locator('.place').innerText()
  assert.match(
    place,
    /Se trouvait sous «\u00a0Loi\u00a0»|Se trouvait après «\u00a0Article 2\u00a0»/,
  )
  const departure = page.locator('.departure a')
  assert.match(await departure.innerText(), /Article 3 et ses 2 passages.*déplacé plus haut/)
  assert.equal(await departure.getAttribute('href'), '#c1')
  assert.equal((await page.locator('.mark-note').innerText()).trim(), '[mis en gras]')
  assert.match(await page.locator('tr.added').innerText(), /ligne ajoutée.*Par courriel/s)
  assert.match(await page.locator('th.removed').innerText(), /colonne supprimée.*Prix/s)
  const list = page.getByRole('navigation', { name: 'Liste des changements' })
  assert.equal(await list.getByRole('link').count(), (await kindsOf.count()) - 1)
  await list.getByRole('link', { name: /^Partagé/ }).click()
  assert.equal(new URL(page.url()).hash, '#c4')
  await page.locator('#c4').getByRole('link', { name: 'Changement suivant' }).click()
  assert.equal(new URL(page.url()).hash, '#c6', 'what is hidden is passed over')
  await page.locator('svg.strip a').first().focus()
  await page.keyboard.press('Enter')
  assert.equal(new URL(page.url()).hash, '#c1')
  await page.close()
})

const says = (text: string, yes: string) =>
  parseMarkdownDocument(`${text}\n\n## Article 9\n\nÀ qui demande, la ville dit ${yes}.\n`)

test('what is typography only is hidden until it is asked for, without script', async (t) => {
  const browser = await requireBrowser(t)
  if (!browser) return
  const page = await browser.newPage({ javaScriptEnabled: false })
  await openCompared(page, { old: says(oldText, '"oui"'), now: says(newText, '« oui »') })
  const about = page.locator('.change.typography .about').last()
  const listed = page.locator('.changes-list a', { has: page.locator('.typography') }).last()
  for (const shown of [false, true]) {
    assert.equal(await about.isVisible(), shown)
    assert.equal(await listed.isVisible(), shown)
    const named = page.locator('.changes-list .parts > li:visible')
    for (const part of await named.all()) assert.ok(await part.locator('a').first().isVisible())
    await page.getByRole('checkbox').check()
  }
  assert.match(await page.locator('.change.typography').first().innerText(), /une langue claire/)
  await page.close()
})

const row = (cell: string) =>
  `| ${Array.from({ length: 12 }, () => 'colonne').join(' | ')} | ${cell} |`

function wideText(last: string): ParsedDocument {
  const table = [row('titre'), `|${'---|'.repeat(13)}`, row(last)].join('\n')
  const address = `https://example.org/${'a'.repeat(80)}/${last}`
  const title = `${'interminable'.repeat(9)}${last}`
  return parseMarkdownDocument(`# Texte\n\n## ${title}\n\n${table}\n\n${address} ${last}\n`)
}

test('what is wide scrolls by itself on a small screen: the page does not', async (t) => {
  const browser = await requireBrowser(t)
  if (!browser) return
  const page = await browser.newPage({ viewport: { width: 320, height: 700 } })
  await openCompared(page, { old: wideText('avant'), now: wideText('après') })
  for (const summary of await page.locator('summary').all()) await summary.click()
  assert.equal(await page.evaluate('document.documentElement.scrollWidth'), 320)
  await page.close()
})
