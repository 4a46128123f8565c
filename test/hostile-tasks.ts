import assert from 'node:assert/strict'
import { findFaults } from '../scripts/bench/text-recovered.ts'
import {
  carrier,
  compose,
  merge,
  parseHtml,
  parseMarkdownDocument,
  redline,
  redlineTexts,
  splitSentences,
  type ParsedBlock,
} from '../src/text/index.ts'
import type { HostileText } from './hostile-texts.ts'

/** What the engine does with a text, by what it is called; each fails where what it answers cannot be right. */
export function hostileTasks({ source, edited }: HostileText): [string, () => void][] {
  // Read when first needed: what cannot be read fails in the task that reads it.
  const old = once(() => parseMarkdownDocument(source).blocks)
  const now = once(() => parseMarkdownDocument(edited).blocks)
  return [
    ['parseMarkdownDocument', () => checkBlocks(old())],
    ['parseHtml', () => checkBlocks(parseHtml(source).blocks)],
    ['parseMarkdownDocument, edited', () => checkBlocks(now())],
    ['splitSentences', () => checkSentences(source)],
    ['redline', () => checkRedline(source, edited)],
    ['redlineTexts', () => checkRedlineTexts(old(), now())],
    ['carrier', () => checkCarrier(old(), now())],
    ['merge', () => checkMerge(source, edited)],
  ]
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => (made ??= { value: make() }).value
}

function checkBlocks(blocks: readonly ParsedBlock[]): void {
  for (const { text, marks } of blocks) {
    assert.ok(text === compose(text), 'a letter and its marks are apart')
    for (const { start, end } of marks) assert.ok(0 <= start && start <= end && end <= text.length)
  }
}

function checkSentences(text: string): void {
  const sentences = splitSentences(text, 'fr')
  let at = 0
  for (const { start, end } of sentences) {
    assert.equal(start, at)
    assert.ok(end > start)
    at = end
  }
  assert.equal(at, text.length)
}

/** By `ok`: that two texts of a megabyte differ is enough to know. */
function checkRedline(old: string, now: string): void {
  const runs = redline(old, now)
  const read = (own: 'ins' | 'del') =>
    runs.flatMap(({ op, text }) => (op === 'same' || op === own ? [text] : [])).join('')
  assert.ok(read('del') === old, 'the old text is not in its redline')
  assert.ok(read('ins') === now, 'the new text is not in its redline')
}

function checkRedlineTexts(old: readonly ParsedBlock[], now: readonly ParsedBlock[]): void {
  assert.deepEqual(findFaults(redlineTexts(old, now), { old, now }).slice(0, 9), [])
}

/** Thirty passages, evenly spread, of one to three hundred units. */
function checkCarrier(old: readonly ParsedBlock[], now: readonly ParsedBlock[]): void {
  const carry = carrier(old, now)
  for (let nth = 0; nth < 30; nth += 1) {
    const block = Math.floor((nth * old.length) / 30)
    const length = old[block]?.text.length ?? 0
    if (length === 0) continue
    const start = (nth * 7919) % length
    const carried = carry({ block, start, end: Math.min(length, start + 1 + 10 * nth) })
    if (carried.state === 'orphan') continue
    const found = now[carried.block]?.text ?? ''
    assert.ok(0 <= carried.start && carried.start < carried.end && carried.end <= found.length)
  }
}

function checkMerge(base: string, amended: string): void {
  const current = `${base} Fin.`
  const [one, other] = [merge(base, current, amended), merge(base, amended, current)]
  assert.equal(one.kind, other.kind)
  if (one.kind === 'merged' && other.kind === 'merged') assert.ok(one.text === other.text)
}
