import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { release, withhold } from './moderate.ts'
import { newKey, publish, textOf, type Fields, type Somebody } from './take-part.ts'
import { publishText, search } from './search-world.ts'
import { openWorld, type World } from './world.ts'

const french = `# Des données ouvertes

Les données ouvertes servent aux villes. L’élue en répond.

## Égalité d’accès

Données personnelles : un avis est publié. Toutes les lois le disent.

- Les œuvres sont à tous.
- Le porte-parole de la mairie.

| Lieu | Ouvert |
|---|---|
| Médiathèque | oui |

# La suite

Une donnée ouverte se relit. Chaque ville ouvre les siennes.
`
const spanish = `# Participación

La participación de los niños crece. ¿Qué hace la educación?

## Participaciones

Las ciudades españolas.

# Fin
`
const english = `# Open cities

Naïve citizens run the cafés. The city opens.

# End
`
const arabic = `# المدينة

تفتح الْمَدِينَة بياناتها للناس.

# خاتمة
`

let world: World
let nour: Somebody
let salome: Somebody
before(async () => {
  world = await openWorld()
  nour = await world.person({ name: 'Nour' })
  salome = await world.person({ name: 'Salomé' })
  const texts = { fr: french, es: spanish, en: english, ar: arabic }
  for (const [lang, text] of Object.entries(texts))
    await publishText(world, salome.actor, { slug: `ville-${lang}`, lang, text })
})
after(() => world.close())

const inFrench = (query: string, more?: string) => search(world, 'ville-fr', query, more)
const say = (fields: Fields, slug = 'ville-fr', as = nour) =>
  publish(world, as, { path: `/fr/reports/${slug}/contributions`, ...fields })

/** Which of the queries find the same, as the text has it. */
async function allFind(queries: string[], found: string[], slug = 'ville-fr'): Promise<void> {
  for (const query of queries)
    assert.deepEqual((await search(world, slug, query)).found, found, query)
}

test('accents, capitals, apostrophes and endings make no difference, and words are marked as they stand', async () => {
  await allFind(
    ['donnees ouvertes', 'DONNÉE OUVERTE', 'ouvertes données'],
    [
      'Des [données] [ouvertes]',
      'Les [données] [ouvertes] servent aux villes. L’élue en répond.',
      'Une [donnée] [ouverte] se relit. Chaque ville ouvre les siennes.',
    ],
  )
  await allFind(['élue', "l'elue", 'L’ÉLUE', 'élus'], ['… L’[élue] en répond.'])
  await allFind(['oeuvre', 'œuvres', 'Œuvre'], ['Les [œuvres] sont à tous.'])
  await allFind(['egalites', 'égal'], ['[Égalité] d’accès'])
  await allFind(['loi', 'les lois'], ['… Toutes les [lois] le disent.'])
  await allFind(
    ['publiées lois', 'publie loi', 'à publier les lois'],
    ['Données personnelles : un avis est [publié]. Toutes les [lois] le disent.'],
  )
  await allFind(['mediatheque'], ['… [Médiathèque] · oui'])
})

test('signs part words, in the text and in what is typed', async () => {
  const text = [
    '# Signes',
    'Some “open data”, élu·e·s, 5€, →flèche, †, vélo… fin ; ¿Participas? ¡Vengan!',
    'بياناتها،مدينة؟',
    'Lʼœuvre ‹simple›•point‧fin 1×2 \u2066isolé\u2069 \uFEFFdébut',
  ].join('\n\n')
  await publishText(world, salome.actor, { slug: 'signes', lang: 'fr', text })
  const marked = async (query: string) => {
    const { found } = await search(world, 'signes', query)
    return found.join(' ').match(/\[[^\]]*\]/g)
  }
  for (const word of [
    'open',
    'data',
    'flèche',
    'vélo',
    'Participas',
    'Vengan',
    'مدينة',
    'بياناتها',
    'œuvre',
    'simple',
    'point',
    '2',
  ])
    assert.deepEqual(await marked(word), [`[${word}]`], word)
  for (const typed of ['“data”', 'open…', '¿Participas', '·vélo·', '→flèche', 'مدينة،', '‹simple›'])
    assert.equal((await marked(typed))?.length, 1, typed)
  assert.deepEqual(await marked('élu'), ['[élu]'])
  assert.match((await marked('isolé'))?.join('') ?? '', /^\[isolé\p{Cf}?\]$/u)
  assert.deepEqual(await marked('début'), ['[début]'])
})

test('each text is read in its own language', async () => {
  const es = 'La [participación] de los niños crece. ¿Qué hace la educación?'
  await allFind(
    ['participacion', 'Participaciones'],
    ['[Participación]', '[Participaciones]', es],
    'ville-es',
  )
  await allFind(
    ['educacion nino'],
    ['La participación de los [niños] crece. ¿Qué hace la [educación]?'],
    'ville-es',
  )
  await allFind(
    ['naive cafe citizen'],
    ['[Naïve] [citizens] run the [cafés]. The city opens.'],
    'ville-en',
  )
  await allFind(['city'], ['Open [cities]', '… The [city] opens.'], 'ville-en')
  await allFind(['مدينة'], ['[المدينة]', 'تفتح [الْمَدِينَة] بياناتها للناس.'], 'ville-ar')
})

test('quotation marks keep words together, a hyphen leaves passages out', async () => {
  assert.equal((await inFrench('"données ouvertes"')).text, 3)
  assert.equal((await inFrench('"ouvertes données"')).text, 0)
  assert.equal((await inFrench('« ville ouvre »')).text, 1)
  await allFind(
    ['porte parole', '"porte parole"', 'porte-parole'],
    ['Le [porte]-[parole] de la mairie.'],
  )
  assert.equal((await inFrench('données')).text, 4)
  assert.equal((await inFrench('données -ouvertes')).text, 1)
  assert.equal((await inFrench('données -"donnees personnelles"')).text, 3)
  assert.equal((await inFrench('données -donnee')).text, 0)
})

test('a heading comes first, and each result is one link, to its place', async () => {
  const { page, found } = await inFrench('ouverte')
  assert.equal(found[0], 'Des données [ouvertes]')
  const result =
    /<li><a href="[^"]*\/part\/(\w+)#(\w+)"><p class="words"[^>]*>(?:(?!<\/p>)[^])*<\/p><p class="where"><bdi[^>]*>Égalité d’accès<\/bdi><\/p><\/a><\/li>/
  const [, top, block] = result.exec(page) ?? []
  assert.ok(top && block, page)
  assert.ok((await textOf(world.get(`/fr/reports/ville-fr/part/${top}`))).includes(`id="${block}"`))
})

test('what was said is found apart from the text, in the language of each', async () => {
  const first = await say({ body: 'Les **bibliothèques** ferment tôt.' })
  await say({ lang: 'es', body: 'Las bibliotecas cierran a las ocho.' })
  const { text, said, found, page } = await inFrench('bibliotheque')
  assert.deepEqual([text, said, found], [0, 1, ['Les [bibliothèques] ferment tôt.']])
  assert.ok(page.includes(`/fr/contributions/${first}"`))
  assert.deepEqual((await inFrench('biblioteca')).found, ['Las [bibliotecas] cierran a las ocho.'])
  assert.equal((await search(world, 'ville-es', 'bibliotheque')).said, 0, 'of another report')
  assert.equal((await search(world, 'petite-loi', 'mairie')).text, 0, 'of another report')
})

const count = async (word: string) => (await inFrench(word)).said

test('what is withheld, withdrawn, a draft or said before is never found', async () => {
  const number = await say({ body: 'Un mot injurieux.' })
  assert.equal(await count('injurieux'), 1)
  await withhold(world, salome, number, 'Une insulte.')
  assert.equal(await count('injurieux'), 0)
  await release(world, salome, number)
  assert.equal(await count('injurieux'), 1)

  const revised = await say({ body: 'Un propos ancien.' })
  const fields = { revision: '1', step: 'publish', key: newKey(), body: 'Un propos refait.' }
  const revisions = `/fr/contributions/${revised}/revisions`
  assert.equal((await world.post(revisions, Object.entries(fields), nour)).status, 303)
  assert.deepEqual([await count('ancien'), await count('refait')], [0, 1])

  const withdrawal = `/fr/contributions/${revised}/withdrawal`
  assert.equal((await world.post(withdrawal, [], nour)).status, 303)
  assert.equal(await count('refait'), 0)

  const draft: [string, string][] = [
    ['kind', 'remark'],
    ['edition', '1'],
    ['body', 'Un brouillon secret.'],
    ['key', 'key-of-a-draft-that-is-kept'],
    ['step', 'draft'],
  ]
  await world.post('/fr/reports/ville-fr/contributions', draft, nour)
  assert.equal(await count('brouillon'), 0)
})

const newTown = (words: string) => ({ slug: 'ville-neuve', lang: 'fr', text: words })

test('what an older edition said, and what waits in the working text, is not found', async () => {
  await publishText(
    world,
    salome.actor,
    newTown('# Titre\n\nUn tramway passe.\n\nUn bac traverse.\n'),
  )
  assert.equal((await search(world, 'ville-neuve', 'bac')).text, 1)
  await publishText(world, salome.actor, newTown('# Titre\n\nUn autobus passe.\n'))
  const counts = await Promise.all(
    ['tramway', 'bac', 'autobus', 'passe'].map(
      async (word) => (await search(world, 'ville-neuve', word)).text,
    ),
  )
  assert.deepEqual(counts, [0, 0, 1, 1])
  assert.equal((await world.get('/fr/reports/nulle-part/search?q=bac')).status, 404)
})

test('results come ten a page, and the last page where more is asked for', async () => {
  const many = Array.from({ length: 45 }, (_, at) => `Le canal numéro ${at + 1} coule.`)
  const text = `# Titre\n\n${many.join('\n\n')}\n`
  await publishText(world, salome.actor, { slug: 'canaux', lang: 'fr', text })
  const second = await search(world, 'canaux', 'canaux', '&page=2')
  assert.deepEqual([second.text, second.found.length], [45, 10])
  assert.equal(second.found[0], 'Le [canal] numéro 11 coule.')
  assert.match(second.page, /rel="prev"[^]*Page 2 sur 5[^]*rel="next"/)
  assert.match(second.page, /<ol class="found" start="11"/)
  const last = await search(world, 'canaux', 'canaux', '&page=99')
  assert.equal(last.found.length, 5)
  assert.equal((await search(world, 'canaux', 'canaux', '&page=x&in=elsewhere')).found.length, 10)
})

test('the page says what was looked for and how much was found, and is kept nowhere', async () => {
  const response = await world.get('/fr/reports/ville-fr/search?q=donnees+ouvertes')
  assert.equal(response.headers.get('Cache-Control'), 'private, no-store')
  assert.equal(response.headers.get('X-Robots-Tag'), 'noindex')
  const page = await response.text()
  assert.match(page, /<title>donnees ouvertes\u00A0: 3 résultats · ville-fr/)
  assert.match(page, /value="donnees ouvertes"/)
  const none = (await inFrench('introuvable')).page
  assert.match(none, /aucun résultat/)
  assert.match(none, /Essayez avec moins de mots[^]*Parcourir le sommaire/)
})
