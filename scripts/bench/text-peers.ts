import { diffWords } from 'diff'
import matchPatch from 'diff-match-patch'
import htmldiff from 'node-htmldiff'

/** Words that both texts have, or one of them, as the engine's own runs are. */
export type PeerRun = { op: 'same' | 'ins' | 'del'; text: string }

/** jsdiff's comparison of two texts, word by word. */
export function compareByJsdiff(old: string, now: string): PeerRun[] {
  return diffWords(old, now).map(({ added, removed, value }) => ({
    op: added ? 'ins' : removed ? 'del' : 'same',
    text: value,
  }))
}

/** diff-match-patch's, letter by letter, as it comes; it refines for a second at most, as it is set by itself. */
export function compareByMatchPatch(old: string, now: string): PeerRun[] {
  return readDiffs(new matchPatch.diff_match_patch().diff_main(old, now))
}

/** The same, tidied for people by its own `diff_cleanupSemantic`. */
export function compareTidily(old: string, now: string): PeerRun[] {
  const comparer = new matchPatch.diff_match_patch()
  const diffs = comparer.diff_main(old, now)
  comparer.diff_cleanupSemantic(diffs)
  return readDiffs(diffs)
}

/** node-htmldiff's HTML for two texts, each line a paragraph. */
export function compareByHtmldiff(old: string, now: string): string {
  return htmldiff(writeParagraphs(old), writeParagraphs(now))
}

/** What is compared for speed: each takes two texts and makes all that it makes of them. */
export const peers = {
  jsdiff: compareByJsdiff,
  'diff-match-patch': compareTidily,
  'node-htmldiff': compareByHtmldiff,
} satisfies Record<string, (old: string, now: string) => unknown>

export type PeerName = keyof typeof peers

export const peerNames: PeerName[] = ['jsdiff', 'diff-match-patch', 'node-htmldiff']

function readDiffs(diffs: readonly matchPatch.Diff[]): PeerRun[] {
  // Its pairs are objects that cannot be taken apart as lists can.
  return diffs.map((diff) => ({ op: opOf(diff[0]), text: diff[1] }))
}

function opOf(sign: number): PeerRun['op'] {
  return sign === 0 ? 'same' : sign < 0 ? 'del' : 'ins'
}

function writeParagraphs(text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return escaped
    .split('\n')
    .map((line) => `<p>${line}</p>`)
    .join('\n')
}
