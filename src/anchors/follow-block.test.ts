import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Block } from '../text/index.ts'
import { recordFollower, type Step } from './follow-block.ts'

const block = (id: string, text: string): Block => ({
  id,
  kind: 'paragraph',
  level: 0,
  number: null,
  text,
  marks: [],
  sentences: [],
  nextSentence: 1,
})

const blank = { before: null, after: '', block: null, otherBlock: null }

const replaced = (before: string, after: string): Step => ({
  ...blank,
  operation: 'replace-sentences',
  blockId: 'b1',
  before,
  after,
})

const edited = (id: string, before: string, after: string): Step => ({
  ...blank,
  operation: 'edit-block',
  blockId: id,
  before,
  after,
  block: block(id, after),
})

/** `b1` says `first`, and what follows it is another block. */
const split = (first: string, other: Block, space = ' '): Step => ({
  ...blank,
  operation: 'split-block',
  blockId: 'b1',
  before: first + space + other.text,
  after: first,
  block: block('b1', first),
  otherBlock: other,
})

const merged = (first: Block, other: Block): Step => ({
  ...blank,
  operation: 'merge-blocks',
  blockId: first.id,
  before: first.text,
  after: `${first.text} ${other.text}`,
  block: block(first.id, `${first.text} ${other.text}`),
  otherBlock: other,
})

type Found = { in: string | null; words: string | undefined; torn?: true }

/** Follows words of a block of the old text. */
function follow(old: Block[], now: Block[], steps: Step[]) {
  const following = recordFollower({ old, now, steps })
  return (words: string): Found => {
    const home = old.find(({ text }) => text.includes(words))
    const start = home?.text.indexOf(words) ?? 0
    const { blockId, range, torn } = following(home?.id ?? '', { start, end: start + words.length })
    const text = now.find(({ id }) => id === blockId)?.text
    const found = range ? text?.slice(range.start, range.end) : undefined
    return { in: blockId, words: found, ...(torn && { torn }) }
  }
}

const of = (text: string) => [block('b1', text)]
const where = (found: Found) => found.in

test('words are followed as the changes of their block were recorded, one after the other', () => {
  const steps = [replaced('Un mot.', 'Deux.'), replaced('Deux.', 'Trois.')]
  const found = follow(of('Un mot. La fin.'), of('Trois. La fin.'), steps)
  assert.deepEqual(found('La fin.'), { in: 'b1', words: 'La fin.' })
  assert.deepEqual(found('Un mot.'), { in: 'b1', words: undefined }, 'none of them is left')
})

const none = (before: string, after: string, steps: Step[]) =>
  assert.equal(where(follow(of(before), of(after), steps)(before)), null)

test('what the record does not tell for sure, it does not tell', () => {
  none('Oui. Oui.', 'Non. Oui.', [replaced('Oui.', 'Non.')])
  none('Un.', 'Trois.', [replaced('Un.', 'Deux.')])
  none('Un.', 'Deux.', [replaced('Zéro.', 'Deux.')])
  none('Un.', 'Deux.', [])
  // What came before a change that is told in full is not known by it.
  none('Oui. Oui.', 'Fin.', [replaced('Oui.', 'Non.'), edited('b1', 'Non. Oui.', 'Fin.')])
})

const lists = 'Chaque commune publie une liste.'
const rest = block('b2', 'La liste est gratuite. Elle est en ligne.')
const whole = `${lists} ${rest.text}`
const halves = [...of(lists), rest]

test('words of the second piece are followed into it, to the letter', () => {
  const found = follow(of(whole), halves, [split(lists, rest)])
  assert.deepEqual(found('commune publie'), { in: 'b1', words: 'commune publie' })
  assert.deepEqual(found('est gratuite'), { in: 'b2', words: 'est gratuite' })
  assert.deepEqual(found(rest.text), { in: 'b2', words: rest.text })
  assert.deepEqual(found(lists), { in: 'b1', words: lists })
})

test('words across the cut are in the piece that has most of them, and known to be torn', () => {
  const found = follow(of(whole), halves, [split(lists, rest)])
  assert.deepEqual(found('une liste. La liste est gratuite'), {
    in: 'b2',
    words: 'La liste est gratuite',
    torn: true,
  })
  assert.deepEqual(found('publie une liste. La'), {
    in: 'b1',
    words: 'publie une liste.',
    torn: true,
  })
  assert.deepEqual(found(whole), { in: 'b2', words: rest.text, torn: true })
})

test('what happens to a piece afterwards happens to the words in it alone', () => {
  const now = [...of('Toute commune en publie une.'), block('b2', 'La liste est libre.')]
  const steps = [
    split(lists, rest),
    edited('b1', lists, now[0]?.text ?? ''),
    edited('b2', rest.text, now[1]?.text ?? ''),
  ]
  const found = follow(of(whole), now, steps)
  assert.deepEqual(found('La liste est'), { in: 'b2', words: 'La liste est' })
  assert.deepEqual(found('commune'), { in: 'b1', words: 'commune' })
  assert.deepEqual(found('Elle est en ligne.'), { in: 'b2', words: undefined })
})

test('words that were replaced before the cut may have given way to words in either piece', () => {
  const before = `${lists} Elle coûte un euro.`
  const steps = [edited('b1', before, whole), split(lists, rest)]
  assert.equal(where(follow(of(before), halves, steps)('coûte un euro')), null)
})

test('words of a block that was merged stand in the whole, where they are now', () => {
  const last = block('b3', 'Fin de l’article.')
  const both = block('b1', `${whole} ${last.text}`)
  const steps = [merged(of(lists)[0] ?? rest, rest), merged(block('b1', whole), last)]
  const found = follow([...halves, last], [both], steps)
  assert.deepEqual(found('est gratuite'), { in: 'b1', words: 'est gratuite' })
  assert.deepEqual(found('Fin'), { in: 'b1', words: 'Fin' })
  assert.deepEqual(found(lists), { in: 'b1', words: lists })
})

test('a merger that was taken back leaves all words where they were', () => {
  const [first] = of(lists)
  assert.ok(first)
  const found = follow(halves, halves, [merged(first, rest), split(lists, rest)])
  assert.deepEqual(found('est gratuite'), { in: 'b2', words: 'est gratuite' })
  assert.deepEqual(found('commune'), { in: 'b1', words: 'commune' })
})

test('pieces that are not what the text said tell nothing', () => {
  const other = block('b2', 'Autre chose.')
  const said = follow(of(whole), [...of(lists), other], [split(lists, other)])
  assert.equal(where(said('gratuite')), null)
  const unlike = merged(block('b1', 'Un autre début.'), rest)
  const [first] = of(lists)
  assert.ok(first && unlike.block)
  assert.equal(where(follow([first, rest], [unlike.block], [unlike])('gratuite')), null)
})
