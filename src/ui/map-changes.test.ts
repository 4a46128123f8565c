import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from '../../test/properties.ts'
import type { ParsedBlock } from '../text/index.ts'
import {
  changeKinds,
  mapChanges,
  measureText,
  type ChangeKind,
  type PlacedChange,
} from './map-changes.ts'

const block = (text: string): ParsedBlock => {
  const level = /^#*/.exec(text)?.[0].length ?? 0
  return { kind: level > 0 ? 'section' : 'paragraph', level, number: null, text, marks: [] }
}

const change = (kind: ChangeKind, at: number, blocks: number): PlacedChange => ({
  href: `#c${at}`,
  kind,
  label: '',
  more: { count: 0, headed: false },
  block: at,
  blocks,
})

const names = (texts: string[]) =>
  mapChanges(measureText(texts.map(block)), []).map(({ heading }) => heading)

test('parts are those of the deepest rank of which there are not too many', () => {
  const articles = Array.from({ length: 70 }, (_, at) => [`### ${at}`, 'x'])
  assert.deepEqual(names(['# A', '## A1', ...articles.flat(), '# B']), ['# A', '## A1', '# B'])
  assert.deepEqual(names(['x', '# A', 'y']), [null, '# A'])
})

test('of very many headings of one rank several are one part, named by the first and the last', () => {
  const parts = mapChanges(
    measureText(Array.from({ length: 130 }, (_, at) => block(`# ${at}`))),
    [],
  )
  assert.equal(parts.length, 44)
  assert.deepEqual([parts[0]?.heading, parts[0]?.last], ['# 0', '# 2'])
  assert.deepEqual([parts.at(-1)?.heading, parts.at(-1)?.last], ['# 129', '# 129'])
})

test('what was removed at the end of a part is shown there, not in the next', () => {
  const [one, two] = mapChanges(measureText(['# A', 'a', '# B', 'b'].map(block)), [
    change('removed', 1, 0),
  ])
  assert.deepEqual([one?.changes.length, two?.changes.length], [1, 0])
  assert.ok((one?.stretches[0]?.from ?? 0) > 0.9)
})

const anyText = fc.array(fc.constantFrom('# A', '## B', 'mot', 'x'.repeat(500), ''), {
  minLength: 1,
  maxLength: 30,
})
const anyPlaces = fc.array(fc.tuple(fc.nat(), fc.nat(2), fc.constantFrom(...changeKinds)))

test('every change is in one stretch of its part, and stretches are in order, wide enough and apart', () => {
  fc.assert(
    fc.property(anyText, anyPlaces, (texts, places) => {
      const changes = places.map(([at, blocks, kind]) => {
        const first = at % texts.length
        return change(kind, first, Math.min(blocks, texts.length - first))
      })
      const parts = mapChanges(measureText(texts.map(block)), changes)
      const shown = parts.flatMap(({ stretches }) => stretches.flatMap((one) => one.changes))
      assert.equal(shown.length, changes.length)
      assert.deepEqual(new Set(shown), new Set(changes))
      for (const { stretches, share } of parts) {
        let end = 0
        for (const { from, to, bars } of stretches) {
          assert.ok(from >= end && to <= 1 && to - from >= Math.min(0.02, 0.02 / share) - 1e-9)
          assert.ok(bars.every((bar) => bar.from < bar.to && bar.to <= 1))
          end = to
        }
      }
    }),
  )
})
