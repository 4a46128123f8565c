import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { oldText, publishCompared } from './compared-texts.ts'
import { publishFile } from './publish-file.ts'
import { statusOf, textOf } from './take-part.ts'
import { openWorld, type World } from './world.ts'

const report = '/fr/reports/comparee'

let world: World
before(async () => {
  world = await openWorld()
  await publishCompared(world)
})
after(() => world.close())

const changes = (edition: number, query = '') =>
  textOf(world.get(`${report}/editions/${edition}/changes${query}`))

/** The words of each change of a page, tags left out. */
function told(page: string): string[] {
  const [, ...sections] = page.split('<section class="change ')
  return sections.map((section) =>
    (section.split(/<section aria|<nav class="pages|<[/]main/)[0] ?? '')
      .replaceAll(/<[^>]+>/g, ' ')
      .replaceAll(/\s+/g, ' '),
  )
}

const one = (page: string, words: string) => {
  const found = told(page).filter((section) => section.includes(words))
  assert.equal(found.length, 1, `${words} is told ${found.length} times`)
  return found[0] ?? ''
}

test('what moved together is one move, from where to where, with its edits', async () => {
  const moved = one(await changes(2), 'Passage déplacé')
  assert.match(moved, /Article 3 et ses 2 passages/)
  assert.match(moved, /Se trouvait après « Article 2 »/)
  assert.match(moved, /Se trouve maintenant au début du texte/)
  assert.match(moved, /où il est \[ajouté\] bien \[fin\] mieux à sa place/)
})

test('a passage that was split, and passages that were merged, are told as one', async () => {
  const split = one(await changes(2), 'réponse écrite')
  assert.match(split, /Passage partagé en plusieurs .*saut de ligne \[fin\] Elle indique/)
  const merged = one(await changes(3), 'réponse écrite')
  assert.match(merged, /Passages réunis .*\[supprimé\] ¶ saut de ligne/)
})

test('of a table its cells are compared, of words their marks', async () => {
  const page = await changes(2)
  const table = one(page, 'Demande')
  assert.match(
    table,
    /\[colonne supprimée\] Prix Écrite \[supprimé\] 1 \[ajouté\] 2 \[fin\] mois 3 €/,
  )
  assert.match(table, /\[ligne ajoutée\] Par courriel/)
  assert.match(one(page, 'mots importants'), /\[mis en gras\]/)
})

test('the list and the map lead to every change, and each change to the next', async () => {
  const page = await changes(2)
  const ids = [...page.matchAll(/<h2 id="(change-[^"]+)"/g)].map(([, id]) => `#${id}`)
  const links = (of: string) =>
    [...(page.split(of)[1]?.split('</nav>')[0] ?? '').matchAll(/href="([^"]+)"/g)].map(
      ([, to]) => to,
    )
  assert.deepEqual(links('class="changes-list"'), ids)
  const map = (page.split('class="map"')[1] ?? '').split('</ol>')[0] ?? ''
  assert.ok([...map.matchAll(/<a href="([^"]+)"/g)].every(([, to]) => ids.includes(to ?? '')))
  assert.match(map, /<title>Modifié\u00a0: Chaque commune publie/)
  const steps = [...page.matchAll(/<a href="([^"]+)" aria-label="Changement suivant"/g)]
  const hidden = /class="change edited typographic" aria-labelledby="(change-[^"]+)"/.exec(
    page,
  )?.[1]
  const shown = ids.filter((id) => id !== `#${hidden}`)
  assert.equal(shown.length, ids.length - 1)
  // One more: what is hidden leads on, too.
  assert.deepEqual([...new Set(steps.map(([, to]) => to))], shown.slice(1))
})

test('what is typography only is shown to whoever asks for it, or was led to it', async () => {
  const page = await changes(2)
  const [, box] = /<input type="checkbox" id="typography"([^>]*)>/.exec(page) ?? []
  assert.doesNotMatch(box ?? '', /checked/)
  assert.match(page, /Montrer aussi ce qui n’est que typographie \(1 changement n’est que cela\)/)
  const [, id] =
    /class="change edited typographic" aria-labelledby="change-([^"]+)"/.exec(page) ?? []
  assert.match(await changes(2, `?at=${id}`), /id="typography" checked/)
  assert.doesNotMatch(await textOf(world.get('/fr/reports/comparee')), /id="typography"/)
})

test('any two editions are compared, whichever is named first; with itself none is', async () => {
  const page = await changes(3, '?from=1')
  assert.match(page, /<h1>De l’édition.1 à l’édition.3/)
  assert.match(page, /Aucun passage n’a changé/)
  assert.doesNotMatch(page, /class="change |changes-map/)
  assert.match(page, /<option value="1" selected="">1, du /)
  assert.ok(told(await changes(3)).length > 0, 'beside the second it is another')
  assert.match(page, /href="[^"]*\/editions\/2\/changes"/)
  const asked = await world.get(`${report}/editions/1/changes?from=2`)
  assert.deepEqual(
    [asked.status, asked.headers.get('Location')],
    [302, `${report}/editions/2/changes?from=1`],
  )
  const statuses = ['?from=3', '?from=9', '?from=x', '?from='].map((query) =>
    statusOf(world.get(`${report}/editions/3/changes${query}`)),
  )
  assert.deepEqual(await Promise.all(statuses), [404, 404, 404, 404])
  assert.equal(await statusOf(world.get(`${report}/editions/1/changes`)), 404)
})

test('the list of editions, the front page and each edition lead to comparing any two', async () => {
  const list = await textOf(world.get(`${report}/editions`))
  assert.match(list, /<form class="compare" method="get" action="[^"]*\/comparison"/)
  assert.match(
    list,
    /name="from"[^]*<option value="2" selected=""[^]*name="to"[^]*<option value="3" selected=""/,
  )
  for (const path of [report, `${report}/editions/3`]) {
    const page = await textOf(world.get(path))
    assert.ok(page.includes(`href="${report}/comparison"`), path)
  }
  assert.ok(
    (await textOf(world.get(`${report}/comparison`))).includes('Comparer deux éditions</h1>'),
  )
  for (const query of ['from=1&to=3', 'from=3&to=1']) {
    const sent = await world.get(`${report}/comparison?${query}`)
    assert.equal(sent.status, 302)
    assert.equal(sent.headers.get('Location'), `${report}/editions/3/changes?from=1`)
  }
})

test('two editions that cannot be compared are refused with the reason, and stay chosen', async () => {
  const refused = async (query: string, said: RegExp) => {
    const sent = await world.get(`${report}/comparison?${query}`)
    assert.equal(sent.status, 422)
    const page = await sent.text()
    assert.match(page, said)
    return page
  }
  const same = await refused('from=2&to=2', /Choisissez deux éditions différentes/)
  assert.equal(same.match(/<option value="2" selected=""/g)?.length, 2)
  assert.match(same, /<a href="#to">[^]*id="to"[^>]* aria-invalid="true"/)
  for (const query of [
    'from=1&to=9',
    'from=x&to=2',
    'from=1&to=',
    'from=1',
    'from=1&from=2&to=99999999999',
  ])
    await refused(query, /Choisissez deux éditions de ce rapport/)
  const only = '/fr/reports/petite-loi'
  assert.equal(await statusOf(world.get(`${only}/comparison`)), 404)
  assert.doesNotMatch(await textOf(world.get(`${only}/editions`)), /comparison/)
  assert.equal(await statusOf(world.get('/fr/reports/nulle-part/comparison?from=1&to=2')), 404)
})

test('the edition before is what an edition is compared with unasked', async () => {
  assert.deepEqual(told(await changes(2, '?from=1')), told(await changes(2)))
})

test('what is told of a piece is found under its own name', async () => {
  const page = await changes(2)
  const [, piece] = /<h2 id="change-\w+"><span id="(change-\w+)">/.exec(page) ?? []
  assert.ok(piece)
  const at = piece.slice('change-'.length)
  assert.match(await changes(2, `?at=${at}`), new RegExp(`id="${piece}"`))
})

test('what changed long ago is told with its cause', async () => {
  await publishFile(world, 'comparee', {
    name: 'loi-2.md',
    bytes: Buffer.from(`${oldText}\nUn dernier mot, tout à la fin de la loi.\n`),
  })
  await publishFile(world, 'comparee', {
    name: 'loi-3.md',
    bytes: Buffer.from(
      `${oldText.replace('chaque année', 'chaque mois')}\nUn dernier mot, tout à la fin de la loi.\n`,
    ),
  })
  const all = told(await changes(5, '?from=3'))
  assert.equal(all.length, 2)
  assert.match(all[0] ?? '', /chaque \[supprimé\] année \[ajouté\] mois .* loi-3\.md/)
  assert.match(all[1] ?? '', /Passage ajouté Un dernier mot.* loi-2\.md/)
})
