/** What stands before a Markdown document, and where the document itself begins. */
export type FrontMatter = {
  title: string | null
  lang: string | null
  /** What else it says, by its keys. */
  others: string[]
  body: string
}

/**
 * Returns the `title` and `lang` of a YAML front matter, when they are values of one line, and the
 * text after it. It is a front matter only if it begins with a key and is closed.
 */
export function readFrontMatter(source: string): FrontMatter {
  const lines = source.split('\n', longest)
  const end = lines.findIndex((line, index) => index > 0 && /^(?:---|\.\.\.)[ \t]*$/.test(line))
  const inside = lines.slice(1, end)
  const first = inside.find((line) => line.trim() !== '' && !line.startsWith('#'))
  const begins = /^---[ \t]*$/.test(lines[0] ?? '') && /^[\w-]+[ \t]*:/.test(first ?? '')
  if (end === -1 || !begins) return { title: null, lang: null, others: [], body: source }
  const length = lines.slice(0, end + 1).reduce((sum, line) => sum + line.length + 1, 0)
  return {
    title: valueOf(inside, 'title'),
    lang: valueOf(inside, 'lang'),
    others: keysOf(inside).filter((key) => valueOf(inside, key) === null || !isRead(key)),
    body: source.slice(length),
  }
}

function isRead(key: string): boolean {
  return key === 'title' || key === 'lang'
}

function keysOf(lines: readonly string[]): string[] {
  return lines.flatMap((line) => /^([\w-]+)[ \t]*:/.exec(line)?.[1] ?? [])
}

/** Lines; nobody writes a longer one. */
const longest = 200

function valueOf(lines: readonly string[], key: string): string | null {
  const line = lines.find((one) => one.startsWith(`${key}:`))
  const said = line?.slice(key.length + 1).trim() ?? ''
  const quoted = /^"((?:[^"\\]|\\.)*)"(?:\s+#.*)?$/.exec(said)
  if (quoted !== null) return (quoted[1] ?? '').replace(/\\(.)/g, '$1')
  const single = /^'((?:[^']|'')*)'(?:\s+#.*)?$/.exec(said)
  if (single !== null) return (single[1] ?? '').replaceAll("''", "'")
  const plain = said.replace(/(?:^|\s+)#.*$/, '')
  // What begins so is a list, a text of several lines or a reference: no simple value.
  return plain === '' || /^[|>[{&*!%@`"']/.test(plain) ? null : plain
}
