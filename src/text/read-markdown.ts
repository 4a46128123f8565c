import type { Nodes, Root } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { gfm } from 'micromark-extension-gfm'

import { readEscapedAddresses } from './escaped-addresses.ts'
import { findPlainRuns, type PlainBlock, type PlainRun } from './plain-markdown.ts'

/** A tree, and the plain blocks that stand where some of its paragraphs do. */
export type MarkdownTree = { tree: Root; plain: ReadonlyMap<Nodes, readonly PlainBlock[]> }

/**
 * Returns the tree of a Markdown text (CommonMark and GFM; no CR in it) as micromark reads it, but for
 * what is plain, as most of a report is: micromark takes more than a millisecond for a thousand
 * characters, whatever they are. It gets the text with a paragraph of one letter for each run of plain blocks.
 * Blocks are made line by line, and such a paragraph leaves open what the run would, which is nothing:
 * where it comes out as a paragraph at the top, so would the run. Where it does not, as
 * within code, the run is read with the rest. Definitions and notes hold for the whole text, since
 * it is read at once.
 */
export function readMarkdown(source: string): MarkdownTree {
  const lines = source.split('\n')
  const runs = findPlainRuns(lines)
  const first = readAround(runs, lines)
  if (first.stood.length === runs.length) return first
  const second = readAround(first.stood, lines)
  return second.stood.length === first.stood.length ? second : readAround([], lines)
}

/** What is read in place of a run. */
const letter = 'x'

type Around = MarkdownTree & { stood: PlainRun[] }

function readAround(runs: readonly PlainRun[], lines: readonly string[]): Around {
  const { rest, places } = setAside(runs, lines)
  const mdastExtensions = [gfmFromMarkdown(), readEscapedAddresses]
  const tree = fromMarkdown(rest, { extensions: [gfm()], mdastExtensions })
  const plain = new Map<Nodes, readonly PlainBlock[]>()
  const stood: PlainRun[] = []
  for (const node of tree.children) {
    // Between blank lines, what begins at its line is the paragraph of one letter.
    const run = places.get(node.position?.start.line ?? 0)
    if (!run) continue
    plain.set(node, run.blocks)
    stood.push(run)
  }
  return { tree, plain, stood }
}

/** The text without the runs, and the lines of it, counted from 1, that stand for them. */
function setAside(
  runs: readonly PlainRun[],
  lines: readonly string[],
): { rest: string; places: Map<number, PlainRun> } {
  const rest: string[] = []
  const places = new Map<number, PlainRun>()
  let at = 0
  for (const run of runs) {
    for (; at < run.from; at += 1) rest.push(lines[at] ?? '')
    places.set(rest.push(letter), run)
    // What follows a heading may stand close to it.
    rest.push('')
    at = run.to
  }
  for (; at < lines.length; at += 1) rest.push(lines[at] ?? '')
  return { rest: rest.join('\n'), places }
}
