import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { verifyRecord } from '../src/editions/index.ts'
import { listWorkingBlocks } from '../src/reports/index.ts'
import { idsBy } from './read-again.ts'
import { publishFile } from './publish-file.ts'
import { accept, previewOf } from './send-file.ts'
import { publish, reportPath, textOf, type Somebody } from './take-part.ts'
import { firstWord, secondWord, wordFile } from './word-again.ts'
import { openWorld, type World } from './world.ts'

let world: World
let camille: Somebody
let nour: Somebody
/** Contributions on a passage that the file drops, and on one that it moves. */
let lost: number
let moved: number
before(async () => {
  world = await openWorld()
  camille = await world.person({ name: 'Camille', role: 'editor-in-chief' })
  nour = await world.person({ name: 'Nour' })
  await publishFile(world, 'petite-loi', { name: 'rapport.docx', bytes: wordFile(firstWord) })
  lost = await remarkOn('Un registre des réclamations')
  moved = await remarkOn('Les formulaires sont essayés')
})
after(async () => {
  await world.seal()
  assert.deepEqual((await verifyRecord(world.db)).findings, [])
  await world.close()
})

const remarkOn = async (words: string) => {
  const { id } = await world.blockWith(words)
  const path = `${reportPath}/passages/${id}/contributions`
  return publish(world, nour, { path, edition: '2', body: `Sur «${words}».` })
}
const preview = (lines: readonly string[]) =>
  previewOf(world, { name: 'rapport-2.docx', bytes: wordFile(lines) }, camille)
const read = async (path: string) => textOf(world.get(path, camille))

const idOf = (side: Map<string, string>, start: string) =>
  [...side].find(([text]) => text.startsWith(start))?.[1]

/** The words of each change that a preview tells, tags left out, by the class of the change. */
function told(page: string): [string, string][] {
  const [, ...sections] = page.split('<section class="change ')
  return sections.map((section) => {
    const own = section.split(/<\/section><section|<nav class="pages/)[0] ?? ''
    const words = own.slice(own.indexOf('>')).replaceAll(/<[^>]+>/g, ' ')
    return [own.split('"')[0] ?? '', words.replaceAll(/\s+/g, ' ')]
  })
}

test('a Word file read again tells all that it would change, and what contributions would lose', async () => {
  const page = await read(await preview(secondWord))
  const changes = told(page)
  const one = (kind: string, pattern: RegExp) => {
    const found = changes.filter(([is, words]) => is === kind && pattern.test(words))
    assert.equal(found.length, 1, `${kind} ${pattern} in ${JSON.stringify(changes, null, 1)}`)
    return found[0]?.[1] ?? ''
  }
  one('edited', /chaque \[supprimé\] année \[ajouté\] trimestre/)
  one('split', /Passage partagé en plusieurs .*\[ajouté\] ¶ saut de ligne \[fin\] Elle indique/)
  one('merged', /Passages réunis .*\[supprimé\] ¶ saut de ligne/)
  one('edited', /Écrite \[supprimé\] 1 \[ajouté\] 2 \[fin\] mois/)
  one('edited typographic', /langue claire/)
  one('added', /Un bilan est publié/)
  const move = one('moved', /Les formulaires/)
  assert.match(move, /Se trouvait sous « Parler clair »/)
  assert.match(move, /Se trouve maintenant sous « Rendre compte »/)
  assert.match(move, /1 contribution porte là-dessus 1 retrouverait son passage/)
  const gone = one('removed', /Un registre des réclamations/)
  assert.match(gone, /1 contribution porte là-dessus Perdrait son passage.: /)
  assert.equal(changes.length, 8)
  assert.match(page, />5 passages resteraient tels quels, à leur place\u202F; 8 changeraient\.</)
  assert.match(page, new RegExp(`href="/fr/contributions/${lost}"`))
  assert.doesNotMatch(page, new RegExp(`href="/fr/contributions/${moved}"`))
  assert.match(page, /1 contribution perdrait son passage, qui ne serait plus dans le texte/)
  assert.doesNotMatch(page, /trouverait son passage récrit/)
  assert.match(page, /Montrer aussi ce qui n’est que typographie/)
})

test('the map, the list and the warning lead to each change', async () => {
  const page = await read(await preview(secondWord))
  const ids = [...page.matchAll(/<h3 id="(change-[^"]+)"/g)].map(([, id]) => `#${id}`)
  const list = (page.split('class="changes-list"')[1] ?? '').split('</nav>')[0] ?? ''
  assert.deepEqual(
    [...list.matchAll(/href="([^"]+)"/g)].map(([, to]) => to),
    ids,
  )
  const [, warned] = /<li><a href="(#[^"]+)"><bdi[^>]*>Un registre/.exec(page) ?? []
  assert.ok(ids.includes(warned ?? ''))
})

test('what is accepted keeps its ids: a first piece, the first of what was merged, what moved', async () => {
  const before = idsBy(await listWorkingBlocks(world.db, world.report.id))
  assert.equal((await accept(world, await preview(secondWord), camille)).status, 303)
  const after = idsBy(await listWorkingBlocks(world.db, world.report.id))
  for (const start of [
    'Chaque commune',
    'Toute demande',
    'Un accusé',
    'Demande',
    'Les services',
    'Les formulaires',
    'Le conseil',
    'Un passage qui reste',
  ]) {
    assert.ok(idOf(before, start), start)
    assert.equal(idOf(after, start), idOf(before, start), start)
  }
  const known = new Set(before.values())
  for (const start of ['Elle indique', 'Un bilan']) {
    assert.ok(!known.has(idOf(after, start) ?? ''), start)
  }
  assert.equal(idOf(after, 'Il dit quand'), undefined)
  const again = await read(await preview([...secondWord, 'Un passage de plus.']))
  assert.doesNotMatch(again, /perdrait son passage, qui/, 'what is lost already is not told')
})

test('a text that gives way to another is told page by page, each change under the same name on every page', async () => {
  const many = Array.from({ length: 130 }, (_, at) => `Voici le nouveau passage numéro ${at}.`)
  const long = await preview(['# Tout autre chose', ...many])
  const first = await read(long)
  assert.ok(first.length < 250_000, `${first.length} characters`)
  assert.match(first, /Presque rien du texte actuel/)
  const [, href] = /href="([^"]*\?differences=2#change-new-\d+)"/.exec(first) ?? []
  assert.ok(href)
  const second = await read(href.split('#')[0] ?? '')
  assert.match(second, new RegExp(`id="${href.split('#')[1]}"`))
  assert.match(second, /Page 2 sur 3/)
})

test('a contribution is doubtful where its passage would be rewritten, by the file and not before', async () => {
  const now = (await listWorkingBlocks(world.db, world.report.id)).map(({ text }) => text)
  const number = await remarkOn('Le conseil débat')
  const lines = secondWord.map((line) =>
    line.startsWith('Le conseil débat')
      ? 'Le conseil débat, en séance ouverte à qui veut, des réponses et de leurs motifs.'
      : line,
  )
  assert.ok(now.some((text) => text.startsWith('Le conseil débat')))
  const page = await read(await preview(lines))
  assert.match(page, /1 contribution trouverait son passage récrit ou ailleurs/)
  assert.match(
    page,
    new RegExp(`Serait à revoir[^<]*</p><ul[^>]*><li><a href="/fr/contributions/${number}"`),
  )
})
