import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import * as fc from './properties.ts'
import { publishText, search } from './search-world.ts'
import { publish, reportPath, type Somebody } from './take-part.ts'
import { openWorld, type World } from './world.ts'

let world: World
let nour: Somebody
let salome: Somebody
before(async () => {
  world = await openWorld()
  nour = await world.person({ name: 'Nour' })
  salome = await world.person({ name: 'Salomé' })
})
after(() => world.close())

const inBill = (query: string) => search(world, 'petite-loi', query)

test('of what cannot be looked for, a sentence says why', async () => {
  const said: [string, RegExp][] = [
    ['', /contiennent tous les mots/],
    [' \0\n ', /contiennent tous les mots/],
    ['?! …', /Tapez au moins un mot/],
    ['-services', /Tapez aussi un mot à trouver/],
    ['le la "de les"', /trop courants/],
    ['le -services', /trop courants/],
    ['ville '.repeat(2000), /trop long[^]*200 caractères/],
    ['ﷺ'.repeat(200), /Ni le texte ni les contributions/],
    ['ㄱ'.repeat(200), /Ni le texte ni les contributions/],
  ]
  for (const [query, sentence] of said) assert.match((await inBill(query)).page, sentence, query)
  const markup = (await inBill('<b>&"\'')).page
  assert.doesNotMatch(markup, /<b>/)
  await publish(world, nour, { body: 'Une balise <i>penchée</i> & des guillemets.', title: '' })
  assert.match((await inBill('penchee')).page, /<mark>penchée<\/mark>/)
})

test('words of the text are never markup', async () => {
  const text = '# Titre\n\nOn écrit `<script>alerte</script>` et `a & b`.\n'
  await publishText(world, salome.actor, { slug: 'balises', lang: 'fr', text })
  const { page } = await search(world, 'balises', 'alerte')
  assert.ok(page.includes('&lt;script&gt;<mark>alerte</mark>&lt;/script&gt;'))
  assert.doesNotMatch(page, /<script>/)
})

const path = (query: string) => `${reportPath}/search?q=${query}`

test('whatever is typed, there is a page', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 220 }),
        fc.string({
          unit: fc.constantFrom(
            '"',
            '-',
            ' ',
            '\\',
            "'",
            ':',
            '*',
            '!',
            '&',
            '(',
            'a',
            'é',
            '<',
            '%',
            '\0',
          ),
        }),
      ),
      async (typed) => {
        const sent = encodeURIComponent(typed.toWellFormed())
        assert.equal((await world.get(path(sent))).status, 200, typed)
      },
    ),
    { numRuns: 150 },
  )
  for (const raw of [
    '%',
    '%ED%A0%80',
    '%00',
    '%FF%FE',
    'a&q=b',
    '&page=-1',
    '&page=1e99',
    '&in=',
    '&q[]=x',
  ])
    assert.equal((await world.get(path(raw))).status, 200, raw)
})
