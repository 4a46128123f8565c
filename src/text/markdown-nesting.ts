/** Quotations and lists within each other; nothing that people write comes near. */
const nestingLimit = 100
/** Columns before a list's or quotation's mark: as deep as that many lists. */
const indentLimit = 4 * nestingLimit
/** Strong and emphasis within each other. */
const emphasisLimit = 500

const containers = /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])))+/
const emphasis = new RegExp(`[*]{${emphasisLimit + 1}}|_{${emphasisLimit + 1}}`)
const thematicBreak = /^(?:[-\s]+|[*\s]+|[_\s]+)$/

/**
 * Throws a RangeError for Markdown nested so deep that a parser would need minutes, and then the
 * whole stack, to find it out: every level costs on every line that follows.
 */
export function refuseDeepMarkdown(source: string): void {
  for (const line of source.split('\n')) {
    if (thematicBreak.test(line)) continue
    if (isDeep(containers.exec(line)?.[0] ?? '')) refuse('containers')
    if (emphasis.test(line)) refuse('emphasis')
  }
}

function isDeep(markers: string): boolean {
  const depth = markers.match(/>|[-+*]|\d+[.)]/g)?.length ?? 0
  return depth > nestingLimit || (depth > 0 && indentOf(markers) > indentLimit)
}

function indentOf(markers: string): number {
  return /^[ \t]*/.exec(markers)?.[0].replaceAll('\t', '    ').length ?? 0
}

function refuse(what: string): never {
  throw new RangeError(`Markdown nested too deep: ${what}`)
}
