import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from '../../test/properties.ts'
import type { Mark } from './block.ts'
import { markRuns, type MarkedRun } from './mark-changes.ts'
import { redline } from './redline.ts'

const strong = (text: string, words: string): Mark => {
  const start = text.indexOf(words)
  return { kind: 'strong', start, end: start + words.length }
}

/** What became of the marks of which words. */
function told(runs: readonly MarkedRun[]): [string, string[], string[]][] {
  return runs.flatMap(({ text, gained = [], lost = [] }): [string, string[], string[]][] =>
    gained.length + lost.length === 0
      ? []
      : [[text, gained.map(({ kind }) => kind), lost.map(({ kind }) => kind)]],
  )
}

function compare(old: { text: string; marks: Mark[] }, now: { text: string; marks: Mark[] }) {
  return told(markRuns(old, now, redline(old.text, now.text)))
}

test('words that were made bold are told, and those that no longer are', () => {
  const text = 'Toute demande reçoit une réponse motivée.'
  const now = { text, marks: [strong(text, 'une réponse')] }
  assert.deepEqual(compare({ text, marks: [] }, now), [['une réponse', ['strong'], []]])
  assert.deepEqual(compare(now, { text, marks: [] }), [['une réponse', [], ['strong']]])
})

test('of marks that were widened only what is new is told', () => {
  const text = 'Toute demande reçoit une réponse motivée.'
  const [narrow, wide] = [strong(text, 'réponse'), strong(text, 'une réponse motivée')]
  assert.deepEqual(compare({ text, marks: [narrow] }, { text, marks: [wide] }), [
    ['une ', ['strong'], []],
    [' motivée', ['strong'], []],
  ])
})

test('words that were changed before it do not displace a mark', () => {
  const [text, other] = ['Un délai est court, et ferme.', 'Le très long délai est court, et ferme.']
  assert.deepEqual(
    compare(
      { text, marks: [strong(text, 'court')] },
      { text: other, marks: [strong(other, 'court')] },
    ),
    [],
  )
})

const link = (href: string): Mark[] => [{ kind: 'link', href, start: 5, end: 8 }]

const note = (number: string): Mark[] => [
  { kind: 'note-reference', note: number, start: 5, end: 8 },
]

test('a link that leads elsewhere was lost and gained; a note that is numbered otherwise is the same', () => {
  const text = 'Voir ici.'
  const [one, other] = ['https://example.org/1', 'https://example.org/2']
  const changed = [['ici', ['link'], ['link']]]
  assert.deepEqual(compare({ text, marks: link(one) }, { text, marks: link(other) }), changed)
  assert.deepEqual(compare({ text, marks: note('1') }, { text, marks: note('2') }), [])
})

const anyText = fc.array(fc.constantFrom('un ', 'deux ', 'trois ', 'mot. '), { maxLength: 12 })
const anyBlock = fc
  .tuple(anyText, fc.array(fc.tuple(fc.nat(40), fc.nat(12), fc.nat(2)), { maxLength: 4 }))
  .map(([words, marks]) => {
    const text = words.join('')
    const kinds = ['strong', 'emphasis', 'superscript'] as const
    const placed = marks.flatMap(([from, length, kind]): Mark[] => {
      const [start, end] = [Math.min(from, text.length), Math.min(from + length, text.length)]
      return start < end ? [{ kind: kinds[kind] ?? 'strong', start, end }] : []
    })
    return { text, marks: placed }
  })

const kindsAt = (marks: readonly Mark[], at: number) =>
  new Set(marks.filter(({ start, end }) => start <= at && at < end).map(({ kind }) => kind))

const words = (of: readonly { op: string; text: string }[], other: string) =>
  of.map(({ op, text }) => (op === other ? '' : text)).join('')

const kinds = (styles: readonly { kind: string }[]) => new Set(styles.map((s) => s.kind))

const less = (one: Set<string>, other: Set<string>) =>
  new Set([...one].filter((kind) => !other.has(kind)))

test('exactly the characters whose marks are others are told, and joined the runs are those given', () => {
  fc.assert(
    fc.property(anyBlock, anyBlock, (old, now) => {
      const runs = redline(old.text, now.text)
      const marked = markRuns(old, now, runs)
      for (const op of ['ins', 'del']) assert.equal(words(marked, op), words(runs, op))
      for (const { op, text, begins, gained = [], lost = [] } of marked) {
        assert.notEqual(text, '')
        const side = op === 'del' ? old.text.slice(begins.old) : now.text.slice(begins.now)
        assert.ok(side.startsWith(text))
        if (op !== 'same') continue
        for (let at = 0; at < text.length; at += 1) {
          const before = kindsAt(old.marks, begins.old + at)
          const after = kindsAt(now.marks, begins.now + at)
          assert.deepEqual(kinds(gained), less(after, before))
          assert.deepEqual(kinds(lost), less(before, after))
        }
      }
    }),
    { numRuns: 1000 },
  )
})
