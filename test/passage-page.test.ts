import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { publishFile } from './publish-file.ts'
import { openWorld, type World } from './world.ts'

let world: World
before(async () => (world = await openWorld({ editions: 0 })))
after(() => world.close())

const source = `# Un rapport

## Partie

Une loi le dit[^1], et [un site](https://example.org/loi) aussi.

Rien ici.

[^1]: La loi du 7 octobre 2016.
`

test('a passage’s page has its links and the whole of the notes that it refers to, and no others’', async () => {
  const file = { name: 'notes.md', bytes: Buffer.from(source) }
  const blocks = await publishFile(world, 'notes', file)
  const pageOf = async (words: string) => {
    const id = blocks.find(({ text }) => text.includes(words))?.id
    return (await world.get(`/fr/reports/notes/passages/${id}`)).text()
  }
  const note = blocks.find(({ kind }) => kind === 'note')?.id
  const page = await pageOf('Une loi le dit')
  assert.match(page, /<a href="https:\/\/example\.org\/loi" rel="nofollow noopener">un site<\/a>/)
  assert.ok(page.includes(`<a class="note-reference" href="#${note}" aria-label="Note 1">`))
  assert.ok(page.includes(`<div id="${note}">`), 'what is referred to stands on the page')
  assert.match(page, /La loi du 7 octobre 2016\./)
  assert.doesNotMatch(await pageOf('Rien ici'), /La loi du 7 octobre 2016|class="notes"/)
})

test('what no edition has changed is not told again: it is said since which one it stands', async () => {
  const blocks = await publishFile(world, 'same', {
    name: 'same.md',
    bytes: Buffer.from('# Un rapport\n\nToujours pareil.'),
  })
  const page = await (await world.get(`/fr/reports/same/passages/${blocks.at(-1)?.id}`)).text()
  assert.match(page, /Tel quel depuis l’édition 1, du \d/)
  assert.doesNotMatch(page, /class="(?:history|redline)"/)
})

test('where its words changed, the number of a note stands raised, not in the word before', async () => {
  const first = await publishFile(world, 'raised', { name: 'a.md', bytes: Buffer.from(source) })
  const id = first.find(({ text }) => text.includes('Une loi le dit'))?.id
  const edited = source.replace('Une loi le dit', 'Une loi le dit déjà')
  await publishFile(world, 'raised', { name: 'b.md', bytes: Buffer.from(edited) })
  for (const path of [`passages/${id}`, 'editions/2/changes']) {
    const page = await (await world.get(`/fr/reports/raised/${path}`)).text()
    const [, told = ''] = /(<p class="redline"[^]*?<ins>[^]*?)<\/p>/.exec(page) ?? []
    assert.match(told, /Une loi le dit<ins>[^]*<sup>1<\/sup>, et un site aussi/, path)
  }
})
