import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from '../../test/properties.ts'
import type { Block } from './block.ts'
import { numberSentences } from './sentences.ts'
import { draftWith, takeAmendment } from './take-amendment.ts'

const lang = 'fr'

function paragraph(text: string, kind: Block['kind'] = 'paragraph'): Block {
  const plain = { id: 'a', kind, level: 0, number: null, marks: [] }
  return { ...plain, text, ...numberSentences(text, lang) }
}

const base = paragraph('Chaque commune publie la liste. Elle dit qui la tient. Elle est relue.')
const [one, two, three] = [
  'Toute ville publie la liste.',
  'Elle le dit.',
  'Elle est relue à voix haute.',
]
const amend = (current: Block, replaced: number[], wording: string) =>
  takeAmendment({ base, current, replaced, wording, lang })
const taken = (...args: Parameters<typeof amend>) => {
  const result = amend(...args)
  assert.ok(result.ok, JSON.stringify(result))
  return result
}

test('a sentence that an amendment only repeats may have changed since; it keeps its number', () => {
  const changed = taken(base, [2], two).block
  const both = taken(changed, [1, 2, 3], `${one} Elle dit qui la tient. ${three}`)
  assert.equal(both.merged, true)
  assert.equal(both.block.text, `${one} ${two} ${three}`)
  const kept = changed.sentences.find(({ n }) => n > 3)?.n
  assert.deepEqual(
    both.block.sentences.map(({ n }) => n),
    [5, kept, 6],
    'what somebody else wrote stays what it is, what is new was never used',
  )
  assert.deepEqual(both.replaced, [1, kept, 3])
  assert.deepEqual(both.made, [5, 6])
})

test('two different changes to one sentence are a conflict; an equal one is made once', () => {
  const changed = taken(base, [1], one).block
  assert.deepEqual(amend(changed, [1, 2], `Nulle ville ne publie la liste. ${two}`), {
    ok: false,
    problem: 'passage-changed-since',
  })
  assert.equal(taken(changed, [1, 2], `${one} ${two}`).block.text, `${one} ${two} Elle est relue.`)
  const all = taken(changed, [2], two).block
  assert.deepEqual(amend(all, [1, 2], `${one} ${two}`), { ok: false, problem: 'nothing-changed' })
})

test('what is accepted where the sentences stand is what amendBlock makes of it', () => {
  const put = taken(base, [1], 'Chaque commune publie la liste. Et une autre.').block
  const before = taken(put, [3], 'Puis vient la suite. Elle est relue.')
  assert.equal(before.merged, false)
  assert.match(before.block.text, /Et une autre\. Elle dit qui la tient\. Puis vient la suite\./)
})

test('what was added to a sentence is not added twice, and nothing else at its place', () => {
  const put = taken(base, [1], 'Chaque commune publie la liste. Et une autre.').block
  assert.deepEqual(amend(put, [1], 'Chaque commune publie la liste. Et une autre.'), {
    ok: false,
    problem: 'nothing-changed',
  })
  const rival = taken(put, [1], 'Toute ville publie la liste. Et une autre.')
  assert.equal(
    rival.block.text,
    'Toute ville publie la liste. Et une autre. Elle dit qui la tient. Elle est relue.',
  )
  for (const wording of ['Chaque commune publie la liste. Autre chose.', `${one} Autre chose.`])
    assert.equal(amend(put, [1], wording).ok, false, wording)
  const row = { base: paragraph('a\tb\nc\td', 'table'), replaced: [1], lang }
  const added = takeAmendment({ ...row, current: row.base, wording: 'a\tb\ne\tf' })
  assert.ok(added.ok)
  assert.deepEqual(takeAmendment({ ...row, current: added.block, wording: 'a\tb\ne\tf' }), {
    ok: false,
    problem: 'nothing-changed',
  })
})

test('two sentences that a text was split into stay one where they were read as one', () => {
  // «p. ex. » ends a sentence for some readers of Unicode's rules: the base says that it does not here.
  const text = 'Voir la liste. Elle suit.'
  const whole = { ...paragraph(text), sentences: [{ n: 1, start: 0, end: text.length }] }
  const current = {
    ...whole,
    text: 'Voir la page. Elle suit.',
    sentences: [{ n: 2, start: 0, end: 24 }],
  }
  const amendment = {
    base: whole,
    current,
    replaced: [1],
    wording: 'Voir la liste. Elle vient.',
    lang,
  }
  assert.equal(takeAmendment(amendment).ok, false)
})

test('into another block, which has some of the words by now, it is merged as a whole', () => {
  const piece = { ...paragraph('Elle dit qui la tient. Elle est relue.'), id: 'b' }
  const part = { ...base, ...paragraph('Elle dit qui la tient. Elle est relue.') }
  part.sentences = part.sentences.map((sentence) => ({ ...sentence, n: sentence.n + 1 }))
  const whole = takeAmendment({ base: part, current: piece, replaced: [2], wording: two, lang })
  assert.ok(whole.ok && whole.merged)
  assert.equal(whole.block.id, 'b')
  assert.equal(whole.block.text, `${two} Elle est relue.`)
  assert.deepEqual([whole.replaced, whole.made], [[1], [3]])
  const same = { ...paragraph(base.text), id: 'b' }
  const all = takeAmendment({ base, current: same, replaced: [2], wording: two, lang })
  assert.ok(all.ok && all.merged)
})

test('rows of a table are taken as they stood or not at all', () => {
  const table = paragraph('a\tb\nc\td\ne\tf', 'table')
  const all = table.sentences.map(({ n }) => n)
  const current = paragraph('a\tb\nc\tx\ne\tf', 'table')
  const result = takeAmendment({
    base: table,
    current,
    replaced: all,
    wording: 'z\tb\nc\td\ne\tf',
    lang,
  })
  assert.deepEqual(result, { ok: false, problem: 'passage-changed-since' })
})

test('a draft has what goes together, and says when something does not', () => {
  const says = (replaced: number[], wording: string) => ({ base, replaced, wording, lang })
  assert.deepEqual(draftWith(base, [says([1], one), says([3], three)]), {
    text: `${one} Elle dit qui la tient. ${three}`,
    conflict: false,
  })
  const rival = says([1, 2], 'Chaque commune publie le registre. Elle le dit.')
  assert.deepEqual(draftWith(base, [says([1], one), rival]), {
    text: 'Toute ville publie le registre. Elle le dit. Elle est relue.',
    conflict: true,
  })
})

test('what two put at one place stands there in their order, whatever else they changed', () => {
  const says = (replaced: number[], wording: string) => ({ base, replaced, wording, lang })
  const put = (sentence: string) => [
    says([1], `Chaque commune publie la liste. ${sentence}`),
    says([2], `${sentence} Elle dit qui la tient.`),
    says([1], `Chaque commune publie le registre. ${sentence}`),
    says([1], `Toute ville publie la liste. ${sentence}`),
    says([2], `${sentence} On dit qui la tient.`),
  ]
  for (const first of put('Un.'))
    for (const second of put('Deux.')) {
      const draft = draftWith(base, [first, second])
      assert.equal(draft.conflict, true, `${first.wording} | ${second.wording}`)
      assert.match(draft.text, /Un\. Deux\./)
      const turned = amend(
        taken(base, second.replaced, second.wording).block,
        first.replaced,
        first.wording,
      )
      assert.equal(turned.ok, false)
    }
  const within = draftWith(base, [
    says([1], 'Chaque commune publie la liste bleue.'),
    says([1], 'Chaque commune publie la liste rouge.'),
  ])
  assert.match(within.text, /la liste bleue\. Elle/)
})

/** Ten hands on one passage: each rewrites one to three consecutive sentences, some of them only repeated. */
const passage = paragraph(
  Array.from({ length: 6 }, (_, at) => `Phrase ${at} dit ceci de la mesure ${at}.`).join(' '),
)
const word = fc.constantFrom('cela', 'autre chose', 'rien', null, null)
const hand = fc
  .tuple(fc.nat(5), fc.array(word, { minLength: 1, maxLength: 3 }))
  .map(([first, said]) => {
    const sentences = passage.sentences.slice(first, first + said.length)
    const worded = sentences.map(({ start, end }, at) => {
      const read = passage.text.slice(start, end).trimEnd()
      return said[at] ? read.replace('ceci', said[at]) : read
    })
    const changed = worded.filter((sentence) => !sentence.includes('ceci'))
    const replaced = sentences.map(({ n }) => n)
    return { base: passage, replaced, wording: worded.join(' '), lang, changed }
  })
  .filter(({ changed }) => changed.length > 0)
type Hand = typeof hand extends fc.Arbitrary<infer H> ? H : never

/** Accepts one after the other; no accepted word may be lost, and no number be used twice. */
function acceptAll(order: readonly Hand[]): { text: string; conflicts: number } {
  let [block, conflicts] = [passage, 0]
  const accepted: string[] = []
  for (const one of order) {
    const result = takeAmendment({ ...one, current: block })
    if (result.ok) block = result.block
    else if (result.problem === 'passage-changed-since') {
      conflicts += 1
      continue
    }
    accepted.push(...one.changed)
    for (const sentence of accepted) assert.ok(block.text.includes(sentence), sentence)
    assert.equal(new Set(block.sentences.map(({ n }) => n)).size, block.sentences.length)
  }
  return { text: block.text, conflicts }
}

test('ten amendments to one passage give the same text in any order, or conflict in any', () => {
  const hands = fc.array(hand, { minLength: 2, maxLength: 10 })
  const shuffled = hands.chain((all) =>
    fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
  )
  fc.assert(
    fc.property(shuffled, ([all, other]) => {
      const [first, second] = [acceptAll(all), acceptAll(other)]
      assert.equal(first.conflicts > 0, second.conflicts > 0)
      if (first.conflicts === 0) assert.equal(first.text, second.text)
    }),
    { numRuns: 500 },
  )
})

test('of two amendments each conflicts with the other, or neither', () => {
  fc.assert(
    fc.property(hand, hand, (one, other) => {
      assert.equal(acceptAll([one, other]).conflicts, acceptAll([other, one]).conflicts)
    }),
    { numRuns: 500 },
  )
})

test('an equal amendment that was taken before is known, whatever was done around it since', () => {
  const added = `${one} Elle est datée.`
  const again = (current: Block, beside: Block[] = [], read = base) =>
    takeAmendment({ base: read, current, replaced: [1], wording: added, lang, beside })
  const said = { ok: false, problem: 'nothing-changed' }
  const doubled = { ok: false, problem: 'passage-changed-since' }
  assert.deepEqual(again(paragraph(`${added} Elle est relue.`)), said, 'what followed was removed')
  assert.deepEqual(again(paragraph(`${added} Une autre. Elle est relue.`)), said, 'and replaced')
  const second = { ...paragraph('Elle est datée. Elle dit qui la tient. Elle est relue.'), id: 'b' }
  const first = { ...paragraph('Chaque commune publie la liste.'), id: '' }
  assert.deepEqual(again(paragraph(one), [second], first), said, 'it went to another passage')
  const without = paragraph('Elle est datée. Elle dit qui la tient. Elle est relue.')
  const kept = takeAmendment({
    base,
    current: without,
    replaced: [1],
    lang,
    wording: 'Chaque commune publie la liste. Elle est datée.',
  })
  assert.deepEqual(kept, doubled, 'what it was added to was removed')
  assert.ok(again(paragraph('Chaque commune publie la liste. Elle est relue.')).ok)
})
