import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, test } from 'node:test'
import { strFromU8, unzipSync } from 'fflate'
import { HtmlValidate } from 'html-validate'
import { sql } from 'kysely'
import { publishEdition } from '../src/editions/index.ts'
import { hex } from '../src/journal/index.ts'
import { findEdition, listEditionBlocks, type Edition } from '../src/reports/index.ts'
import { blockDigestInput, parseHtml, parseMarkdownDocument } from '../src/text/index.ts'
import { fillContributions, fillEditions, makePeople } from './browser/sample-contributions.ts'
import { serveFromMemory, type Answer, type Served } from './served.ts'
import { openWorld, origin, type World } from './world.ts'

const editions = '/fr/reports/petite-loi/editions'

let world: World
let served: Served
before(async () => {
  world = await openWorld()
  const people = await makePeople(world)
  await fillEditions(world, people)
  await fillContributions(world, people)
  served = await serveFromMemory(world)
})
after(async () => {
  await served.close()
  await world.close()
})

async function editionOf(number: number): Promise<Edition> {
  const edition = await findEdition(world.db, world.report.id, number)
  assert.ok(edition)
  return edition
}

const filesIn = ({ bytes }: Answer) => unzipSync(new Uint8Array(bytes))

const textOf = (files: ReturnType<typeof unzipSync>, path: string) => {
  const bytes = files[path]
  assert.ok(bytes, path)
  return strFromU8(bytes)
}

test('the JSON of an edition is what was hashed: its SHA-256 is the one that the page prints', async () => {
  for (const number of [1, 2]) {
    const { bytes } = await served.get(`${editions}/${number}.json`)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    assert.equal(sha256, hex((await editionOf(number)).sha256))
    assert.match(String((await served.get(`${editions}/${number}`)).bytes), new RegExp(sha256))
    const said: unknown = JSON.parse(String(bytes))
    assert.ok(typeof said === 'object' && said !== null && 'number' in said)
    assert.equal(said.number, number)
  }
})

test('each file says what it is and what it is called, and is kept in memory', async () => {
  const kinds = [
    ['json', 'application/json'],
    ['md', 'text/markdown; charset=utf-8'],
    ['html.zip', 'application/zip'],
  ] as const
  for (const [extension, type] of kinds) {
    const path = `${editions}/2.${extension}`
    const first = await served.get(path, { 'Accept-Encoding': 'br' })
    assert.equal(first.status, 200, path)
    assert.equal(first.headers['content-type'], type)
    assert.equal(
      first.headers['content-disposition'],
      `attachment; filename="petite-loi-edition-2.${extension}"`,
    )
    const encoding = extension === 'html.zip' ? undefined : 'br'
    assert.equal(first.headers['content-encoding'], encoding, path)
    served.rendered.length = 0
    const known = { 'Accept-Encoding': 'br', 'If-None-Match': first.headers.etag ?? '' }
    assert.equal((await served.get(path, known)).status, 304)
    const head = await served.get(path, { 'Accept-Encoding': 'br' }, 'HEAD')
    assert.deepEqual([head.status, head.bytes.length], [200, 0])
    assert.equal(head.headers['content-length'], String(first.bytes.length))
    assert.deepEqual(served.rendered, [])
  }
})

test('nothing is found where there is no such edition, or no such file', async () => {
  const none = ['9.json', '9.md', '9.html.zip', '0.md', '01.md', '2.pdf', '2.html', '.json', 'x.md']
  for (const file of [...none, '99999999999.json', '2.json.md']) {
    assert.equal((await served.get(`${editions}/${file}`)).status, 404, file)
  }
  assert.equal((await served.get('/fr/reports/autre-loi/editions/1.json')).status, 404)
  const unpublished = await openWorld({ editions: 0 })
  assert.equal((await unpublished.get(`${editions}/1.json`)).status, 404)
  await unpublished.close()
})

test('the Markdown of an edition says what it is, and is read as the same text', async () => {
  const { sha256, publishedAt, id } = await editionOf(2)
  const source = String((await served.get(`${editions}/2.md`)).bytes)
  const matter = /^---\n([^]*?)\n---\n/.exec(source)?.[1]?.split('\n') ?? []
  assert.deepEqual(
    matter.filter((line) => !/^(authors|licence|illustrative)/.test(line)),
    [
      `title: ${JSON.stringify(world.report.title)}`,
      'lang: "fr"',
      'edition: 2',
      `date: "${publishedAt.toISOString()}"`,
      `address: "${origin}/e/petite-loi/2"`,
      `sha256: "${hex(sha256)}"`,
    ],
  )
  const read = parseMarkdownDocument(source)
  assert.deepEqual([read.title, read.lang], [world.report.title, 'fr'])
  const blocks = await listEditionBlocks(world.db, id)
  assert.deepEqual(read.blocks.map(blockDigestInput), blocks.map(blockDigestInput))
})

test('the folder holds a text that is read as the same text, what changed and why, and what was hashed', async () => {
  const { id, sha256 } = await editionOf(2)
  const files = filesIn(await served.get(`${editions}/2.html.zip`))
  const folder = 'petite-loi-edition-2'
  assert.deepEqual(
    Object.keys(files),
    ['index.html', 'changes.html', 'edition.json'].map((name) => `${folder}/${name}`),
  )
  const index = textOf(files, `${folder}/index.html`)
  const read = parseHtml(index)
  const blocks = await listEditionBlocks(world.db, id)
  assert.deepEqual([read.title, read.lang], [world.report.title, 'fr'])
  assert.deepEqual(read.blocks.map(blockDigestInput), blocks.map(blockDigestInput))
  assert.ok(index.includes(hex(sha256)))
  for (const block of blocks) {
    assert.ok(index.includes(`id="${block.id}"`))
    assert.ok(index.includes(`href="${origin}/p/${block.id}?edition=2"`))
  }
  const changes = textOf(files, `${folder}/changes.html`)
  assert.match(changes, /<ins>/)
  assert.match(changes, /Ce qui n’a pas été retenu/)
  assert.match(changes, /Une raison\./)
  assert.equal(
    createHash('sha256')
      .update(textOf(files, `${folder}/edition.json`))
      .digest('hex'),
    hex(sha256),
  )
})

test('what is taken away needs nothing from anywhere, and leads back by whole addresses', async () => {
  for (const number of [1, 2]) {
    const files = filesIn(await served.get(`${editions}/${number}.html.zip`))
    for (const path of Object.keys(files).filter((name) => name.endsWith('.html'))) {
      const page = textOf(files, path)
      const validator = new HtmlValidate({ extends: ['html-validate:standard'] })
      const { results } = await validator.validateString(page)
      assert.deepEqual(
        results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => [ruleId, message])),
        [],
        path,
      )
      assert.doesNotMatch(page, /<script|<link rel="stylesheet"|url\(/)
      const hrefs = [...page.matchAll(/ (?:href|src)="([^"]*)"/g)].map(([, href = '']) => href)
      for (const href of hrefs) {
        const inside =
          /^(?:index|changes)\.html$/.test(href) && files[`${path.split('/')[0]}/${href}`]
        const anchor = href.startsWith('#') && page.includes(`id="${href.slice(1)}"`)
        assert.ok(inside || anchor || /^(?:https?:\/\/|data:)/.test(href), href)
      }
    }
  }
})

test('no author’s name is in what can’t be taken back, nor what language they speak it in changes the text', async () => {
  const files = filesIn(await served.get(`${editions}/2.html.zip`))
  for (const path of Object.keys(files)) assert.doesNotMatch(textOf(files, path), /Nour|Iris/, path)
  const english = filesIn(await served.get(`${editions.replace('/fr', '/en')}/2.html.zip`))
  const [inFrench, inEnglish] = [files, english].map((some) => {
    const page = textOf(some, 'petite-loi-edition-2/index.html')
    return [parseHtml(page).blocks, /Sommaire/.test(page), /Contents/.test(page)]
  })
  assert.deepEqual(inFrench?.slice(1), [true, false])
  assert.deepEqual(inEnglish, [inFrench?.[0], false, true])
})

test('an edition is the same bytes whenever it is taken away', async () => {
  const [first, again] = [
    await world.get(`${editions}/2.html.zip`),
    await new Promise((resolve) => setTimeout(resolve, 2100)).then(() =>
      world.get(`${editions}/2.html.zip`),
    ),
  ]
  assert.deepEqual(await again.bytes(), await first.bytes())
})

test('front and edition pages offer the three with their sizes, before the rest', async () => {
  for (const path of ['/fr/reports/petite-loi', `${editions}/2`]) {
    const page = await (await world.get(path)).text()
    const links = [
      ...page.matchAll(/href="([^"]+\/editions\/2\.[^"]+)">(<span class="format">[^]*?)<\/a>/g),
    ]
    assert.equal(links.length, 3)
    for (const [, href = '', said = ''] of links) {
      const { length } = await (await world.get(href)).bytes()
      assert.match(said, new RegExp(`>${Math.max(1, Math.round(length / 1000))}\\sko<`), href)
    }
  }
  const front = await (await world.get('/fr/reports/petite-loi')).text()
  assert.match(front, /<a class="button" href="[^"]+\.html\.zip">Télécharger \(\d+\sko\)<\/a>/)
  const english = await (await world.get('/en/reports/petite-loi/editions/1')).text()
  assert.match(english, /\/editions\/1\.json/)
})

test('sizes are worked out once for all processes: what is kept of them is shown', async () => {
  await world.get(`${editions}/2`)
  const { rows } = await sql<{ made_for: string }>`select made_for from download_size
    join edition on edition.id = edition_id where number = 2`.execute(world.db)
  assert.deepEqual(rows, [{ made_for: `0.1.0 fr ${origin}` }])
  await sql`insert into download_size select id, ${`0.1.0 en ${origin}`}, 123000, 456000, 789000
    from edition where number = 2`.execute(world.db)
  const page = await (await world.get('/en/reports/petite-loi/editions/2')).text()
  for (const size of ['123', '456', '789']) assert.match(page, new RegExp(`>${size}\\skB<`))
})

test('an edition published next has its own files', async () => {
  const { db, report } = world
  const { actor } = await world.person({ name: 'Salomé', role: 'editor-in-chief' })
  const published = await publishEdition(
    db,
    actor,
    { report, unansweredConfirmed: true, seen: null },
    new Date(),
  )
  assert.ok(published.ok, JSON.stringify(published))
  const json = (await served.get(`${editions}/${published.number}.json`)).bytes
  const edition = await editionOf(published.number)
  assert.equal(createHash('sha256').update(json).digest('hex'), hex(edition.sha256))
})
