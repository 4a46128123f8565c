import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from '../../test/properties.ts'
import type { ParsedBlock } from './block.ts'
import { carrier, type Carried } from './carry.ts'

const block = (text: string, kind: ParsedBlock['kind'] = 'paragraph'): ParsedBlock => ({
  kind,
  level: kind === 'paragraph' ? 0 : 3,
  number: null,
  text,
  marks: [],
})

const list = 'Chaque commune publie la liste de ses services et la met à jour chaque année.'
const debate = 'Le conseil municipal en débat une fois par an, en séance publique et filmée.'
const data = 'Les données recueillies par la régie sont gardées douze mois au plus.'
const names = ['Inventaire', 'Débat', 'Données']

/** Sections of a paragraph each, of these wordings. */
const sections = (...texts: string[]) =>
  texts.flatMap((text, at) => [block(names[at] ?? 'Autre', 'section'), block(text)])

/** Carries words of the old text; also says what stands where they are found. */
function carry(old: ParsedBlock[], now: ParsedBlock[], words: string) {
  const at = old.findIndex(({ text }) => text.includes(words))
  const start = old[at]?.text.indexOf(words) ?? -1
  const carried = carrier(old, now)({ block: at, start, end: start + words.length })
  return { state: carried.state, rule: carried.rule, words: wordsAt(carried, now) }
}

function wordsAt(carried: Carried, now: readonly ParsedBlock[]): string | null {
  if (carried.state === 'orphan') return null
  return now[carried.block]?.text.slice(carried.start, carried.end) ?? null
}

const old = sections(list, debate, data)

test('what stands as it stood is exact, what was worded otherwise is edited, in whole words', () => {
  assert.deepEqual(carry(old, sections(list, debate, data), 'publie la liste'), {
    state: 'exact',
    rule: 'same-block',
    words: 'publie la liste',
  })
  const longer = list.replace('Chaque commune', 'Chaque commune de France')
  assert.deepEqual(carry(old, sections(longer, debate, data), 'la liste de ses services'), {
    state: 'exact',
    rule: 'became',
    words: 'la liste de ses services',
  })
  const worded = list.replace('services', 'service')
  assert.deepEqual(carry(old, sections(worded, debate, data), 'publie la liste de ses services'), {
    state: 'edited',
    rule: 'became',
    words: 'publie la liste de ses service',
  })
  const grown = list.replace('année', 'années')
  assert.deepEqual(carry(old, sections(grown, debate, data), 'la met à jour chaque année'), {
    state: 'exact',
    rule: 'became',
    words: 'la met à jour chaque année',
  })
  const plural = list.replace('la met à jour', 'les met à jours')
  assert.equal(
    carry(old, sections(plural, debate, data), 'services et la met à jour chaque').words,
    'services et les met à jours chaque',
  )
})

const set = (text: string) => [block(text)]

test('an edited passage begins and ends with a word', () => {
  const again = list.replace('publie', 'republie').replace('ses services', 'nos services')
  assert.deepEqual(carry(old, sections(again, debate, data), 'publie la liste de ses'), {
    state: 'edited',
    rule: 'became',
    words: 'republie la liste de nos',
  })
})

test('what differs in typography only is the same', () => {
  assert.deepEqual(
    carry(
      set(`${list} L'article dit "non".`),
      set(`${list} L’article dit «non» !`),
      "L'article dit",
    ),
    { state: 'exact', rule: 'became', words: 'L’article dit' },
  )
})

test('what went to another section was moved, and what nothing says any more is an orphan', () => {
  const now = sections('Un registre ouvert dit qui reçoit quoi.', debate, `${data} ${list}`)
  assert.deepEqual(carry(old, now, list), { state: 'moved', rule: 'elsewhere', words: list })
  assert.deepEqual(carry(old, sections(list, debate), data), {
    state: 'orphan',
    rule: 'gone',
    words: null,
  })
})

test('a paragraph that was worded anew takes the place of what it said', () => {
  const anew =
    'Chaque commune, avec ses voisines, publie un état de ce qu’elle doit à ses habitants.'
  assert.deepEqual(carry(old, sections(anew, debate, data), 'la met à jour chaque année'), {
    state: 'rewritten',
    rule: 'worded-anew',
    words: anew,
  })
})

test('of two places that are as good neither is taken', () => {
  const now = [block('Annexe', 'section'), block(`Un. ${list}`), block(`Deux. ${list}`)]
  const before = [block('Texte', 'section'), block(`${debate} ${list} ${data}`), ...sections(data)]
  const carried = carry(before, [...sections(data), ...now], list)
  assert.deepEqual(carried, { state: 'orphan', rule: 'ambiguous', words: null })
})

const letter = (text: string) => sections(text, debate, data)

test('one or two words are found by those around them only', () => {
  const before = letter('Le maire signe la lettre et la remet au préfet.')
  const elsewhere = letter(
    'La lettre, que le préfet a reçue, reste secrète, et nul ne la remet au conseil municipal.',
  )
  assert.equal(carry(before, elsewhere, 'la lettre').state, 'rewritten')
  const there = letter('La ville lit, le maire signe la lettre et l’envoie.')
  assert.equal(carry(before, there, 'signe').words, 'signe')
  assert.equal(carry(before, there, 'la').words, 'la')
})

test('a common phrase is where its sentence went, not where another one happens to say it', () => {
  const request = 'Les parents peuvent, dans un délai de trois mois, demander une autre école.'
  const elsewhere = 'Le préfet répond dans un délai de trois mois à qui lui a écrit.'
  const other = 'Un registre ouvert dit qui reçoit quoi.'
  const words = 'dans un délai de trois mois'
  const before = sections(list, request, data)
  const gone = sections(`${list} ${elsewhere}`, other, data)
  assert.deepEqual(carry(before, gone, words), { state: 'orphan', rule: 'gone', words: null })
  const moved = sections(`${list} ${request}`, other, data)
  assert.deepEqual(carry(before, moved, words), { state: 'moved', rule: 'elsewhere', words })
})

test('a whole sentence stands by itself, whatever is said around it', () => {
  const before = sections(`${list} Les séances sont filmées. ${debate}`, data)
  const now = sections(
    'La mairie est fermée le lundi.',
    `${data} Les séances sont filmées. Nul n’y parle.`,
  )
  assert.deepEqual(carry(before, now, 'Les séances sont filmées.'), {
    state: 'moved',
    rule: 'elsewhere',
    words: 'Les séances sont filmées.',
  })
})

test('an edited passage begins and ends with its own first and last words, whatever was put in', () => {
  const before = sections(
    'Cinq minutes après cette annonce, le maire invite les membres du conseil à regagner leurs places avec ordre. Il ouvre ensuite le vote.',
    debate,
  )
  const now = sections(
    'Cinq minutes au moins après cette annonce, le maire invite les membres du conseil à regagner leurs places (assises ou debout) avec le calme et ordre. Il ouvre ensuite le vote.',
    debate,
  )
  assert.equal(
    carry(before, now, 'Cinq minutes après cette annonce, le maire').words,
    'Cinq minutes au moins après cette annonce, le maire',
  )
  assert.equal(
    carry(before, now, 'le maire invite les membres du conseil à regagner leurs places avec').words,
    'le maire invite les membres du conseil à regagner leurs places (assises ou debout) avec',
  )
})

test('a passage into which much was put in is edited, not gone', () => {
  const longer = debate.replace(
    'en débat une fois par an,',
    'réuni au complet en débat une fois par an au moins,',
  )
  assert.deepEqual(
    carry(old, sections(list, longer, data), 'Le conseil municipal en débat une fois par an'),
    {
      state: 'edited',
      rule: 'became',
      words: 'Le conseil municipal réuni au complet en débat une fois par an',
    },
  )
})

test('a few words that are left are not the passage', () => {
  const shorter = debate.replace('en débat une fois par an,', 'siège')
  const words = 'conseil municipal en débat une fois par an'
  assert.equal(carry(old, sections(list, shorter, data), words).state, 'rewritten')
})

/** Of a passage that these three numbers choose. */
function checkPlace(
  before: ParsedBlock[],
  now: ParsedBlock[],
  [at, from, to]: [number, number, number],
): void {
  const place = at % before.length
  const units = (before[place]?.text.length ?? 0) + 1
  const [start = 0, end = 0] = [from % units, to % units].toSorted((one, other) => one - other)
  const carried = carrier(before, now)({ block: place, start, end })
  if (carried.state === 'orphan') return
  const length = now[carried.block]?.text.length ?? -1
  const ends = [0, carried.start, carried.end, length]
  assert.deepEqual(
    ends,
    ends.toSorted((one, other) => one - other),
  )
  if (['exact', 'moved'].includes(carried.state))
    assert.equal(carried.end - carried.start, end - start)
}

test('whatever became of the text, no passage is said to be where nothing is', () => {
  const word = fc.constantFrom('un', 'deux.', 'trois', 'Quatre', 'cinq,', 'l’été', '\u{1F600}', 'Å')
  const texts = fc.array(
    fc
      .tuple(
        fc.array(word, { maxLength: 9 }),
        fc.constantFrom('paragraph' as const, 'section' as const),
      )
      .map(([words, kind]) => block(words.join(' '), kind)),
    { minLength: 1, maxLength: 9 },
  )
  fc.assert(fc.property(texts, texts, fc.tuple(fc.nat(), fc.nat(), fc.nat()), checkPlace), {
    numRuns: 1000,
  })
})
