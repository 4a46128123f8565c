/** Characters. A longer text is shown as it was typed. */
export const markdownLimit = 40_000

const lineLimit = 1_000
/** Nothing that people write by hand nests deeper; every level costs on every line that follows. */
const nestingLimit = 8
const indentLimit = 24
const markLimit = 2_000
const imageLimit = 200
const containerLimit = 300

const containerMarkers = /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/

/**
 * Returns whether a text is worth reading as Markdown: some that are mostly marks would take a
 * parser minutes, and mean nothing.
 */
export function isReadable(source: string): boolean {
  if (source.length > markdownLimit) return false
  if (countOf(source, /\n/g) > lineLimit || countOf(source, /!\[/g) > imageLimit) return false
  if (countContainers(source) > containerLimit) return false
  const marks = source.match(/\\[^]|[*_[\]]/g) ?? []
  return marks.filter((mark) => mark.length === 1).length <= markLimit
}

/** Returns the text with quotations and lists nested too deep kept as the marks that were typed. */
export function limitNesting(source: string): string {
  return source.split('\n').map(limitLine).join('\n')
}

/** Quotations and lists within others, all lines together. */
function countContainers(source: string): number {
  let count = 0
  for (const line of source.split('\n')) {
    const markers = containerMarkers.exec(line)?.[0].match(/[->+*.)]/g)?.length ?? 0
    count += Math.max(0, Math.min(markers, nestingLimit) - 1)
  }
  return count
}

function limitLine(line: string): string {
  const indent = /^[ \t]*/.exec(line)?.[0] ?? ''
  const shallow = indent.length > indentLimit ? ' '.repeat(indentLimit) : indent
  const rest = line.slice(indent.length)
  const markers = containerMarkers.exec(rest)?.[0] ?? ''
  let count = 0
  const limited = markers.replace(/>|[-+*]|(\d+)([.)])/g, (marker, digits, point) => {
    count += 1
    if (count <= nestingLimit) return marker
    return digits === undefined ? `\\${marker}` : `${digits}\\${point}`
  })
  return shallow + limited + rest.slice(markers.length)
}

function countOf(source: string, pattern: RegExp): number {
  return source.match(pattern)?.length ?? 0
}
