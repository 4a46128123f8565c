export type PlainHeading = { kind: 'heading'; depth: 1 | 2 | 3 | 4 | 5 | 6; text: string }

/** A heading or a paragraph whose words stand for themselves. */
export type PlainBlock = PlainHeading | { kind: 'paragraph'; text: string }

/** Plain blocks that follow one another: they are the lines from `from` up to `to`, counted from 0. */
export type PlainRun = { from: number; to: number; blocks: PlainBlock[] }

/**
 * Returns the runs of plain blocks among the lines of a Markdown text, which hold no CR (CommonMark
 * 0.31, GFM 0.29). Before a run there is the start or a blank line; each of its lines begins at the first
 * column, with nothing that begins or ends a block; no character of it has a meaning within words;
 * a paragraph ends at a blank line, at a plain heading or at the end. So it is what it says, wherever no code
 * or HTML is open. Whether some is, nothing here tells for sure: who sets a run aside has to look
 * whether something as plain in its place comes out as it is.
 */
export function findPlainRuns(lines: readonly string[]): PlainRun[] {
  const runs: PlainRun[] = []
  let fence: string | null = null
  let isFree = true
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? ''
    const run: PlainRun | null = isFree && fence === null ? readRun(lines, at) : null
    if (run) {
      runs.push(run)
      at = run.to - 1
      continue
    }
    fence = fenceAfter(line, fence)
    isFree = isBlankLine(line)
  }
  return runs
}

/** Returns how much of a Markdown text is not plain, in UTF-16 units. */
export function countMarked(source: string): number {
  const lines = source.split(/\r\n?|\n/)
  const plain = findPlainRuns(lines).flatMap(({ from, to }) => lines.slice(from, to))
  return source.length - plain.reduce((sum, line) => sum + line.length + 1, 0)
}

/** A guess that spares reading twice: what looks like the fence of code may be none. */
function fenceAfter(line: string, open: string | null): string | null {
  const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1]
  if (mark === undefined) return open
  if (open === null) return mark
  return mark.startsWith(open) && line.trim() === mark ? null : open
}

function readRun(lines: readonly string[], from: number): PlainRun | null {
  const blocks: PlainBlock[] = []
  let to = from
  for (let at = from; at < lines.length;) {
    if (isBlankLine(lines[at] ?? '')) {
      at += 1
      continue
    }
    const heading = readHeading(lines[at] ?? '')
    const end = heading ? at + 1 : endOfParagraph(lines, at)
    if (end === at) break
    blocks.push(heading ?? { kind: 'paragraph', text: wordsOf(lines.slice(at, end)) })
    at = end
    to = end
  }
  return blocks.length > 0 ? { from, to, blocks } : null
}

/** The line after the paragraph that begins there; that line itself where it is no plain one. */
function endOfParagraph(lines: readonly string[], from: number): number {
  let end = from
  for (let line = lines[end]; line !== undefined; line = lines[end]) {
    if (isBlankLine(line) || (end > from && readHeading(line))) return end
    // Spaces before another line of the same paragraph may be a hard break.
    const isBroken = end > from && lines[end - 1]?.endsWith(' ') === true
    if (isBroken || opening.test(line) || meaningful.test(line)) return from
    end += 1
  }
  return end
}

function wordsOf(lines: readonly string[]): string {
  return withoutSpaces(lines.length === 1 ? (lines[0] ?? '') : lines.join('\n'))
}

function withoutSpaces(text: string): string {
  let end = text.length
  while (text[end - 1] === ' ') end -= 1
  return text.slice(0, end)
}

function readHeading(line: string): PlainHeading | null {
  const mark = line.startsWith('#') && /^#{1,6} +/.exec(line)?.[0]
  if (!mark || meaningful.test(line)) return null
  const text = withoutSpaces(line.slice(mark.length))
  const depth = depths[mark.trimEnd().length - 1]
  // «#» at the end may close the heading.
  if (depth === undefined || text === '' || text.endsWith('#')) return null
  return { kind: 'heading', depth, text }
}

const depths = [1, 2, 3, 4, 5, 6] as const

/**
 * At the start of a line: indentation, the marks of headings, lists, breaks and tables, and what makes a
 * heading of the line above. «-» before a letter, as lawyers set their lists, is a word.
 */
const opening = /^(?:[ #+=:]|-(?!\p{L})|\d{1,9}[.)])/u

/**
 * Anywhere: what begins or ends markup; TAB, NUL (which is read as U+FFFD) and U+FEFF (which is left out
 * where a text begins with it); and what makes a bare link.
 */
// oxlint-disable-next-line no-control-regex
const meaningful = /[`*_[\]<>&\\|~@\t\0\uFEFF]|:\/\/|www\./i

function isBlankLine(line: string): boolean {
  return line === '' || /^[ \t]*$/.test(line)
}
