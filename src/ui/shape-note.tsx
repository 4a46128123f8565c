import type { Locale } from '../platform/messages.ts'
import { isHeading, type ParsedBlock } from '../text/index.ts'
import { words } from './words.ts'

type Props = {
  locale: Locale
  old: readonly ParsedBlock[]
  now: readonly ParsedBlock[]
  /** What became of its picture is shown beside. */
  pictured: boolean
}

/** What a block is that it was not, besides its words: its kind, rank, number or picture. */
export function ShapeNote({ locale, old, now, pictured }: Props) {
  const [was, is] = [old[0], now[0]]
  if (!was || !is || old.length + now.length > 2) return null
  const said = [
    sayKind(locale, was, is),
    sayNumber(locale, was, is),
    pictured || was.picture?.sha256 === is.picture?.sha256 ? null : words(locale)('picture-other'),
  ].filter((sentence) => sentence !== null)
  return said.length === 0 ? null : <p class="fine shape">{said.join(' ')}</p>
}

function sayKind(locale: Locale, old: ParsedBlock, now: ParsedBlock): string | null {
  const [was, kind] = [nameOf(old), nameOf(now)]
  if (was !== kind) return words(locale)('now-is', { kind, was })
  if (kind !== 'heading' || old.level === now.level) return null
  return words(locale)('level-changed', { way: now.level > old.level ? 'deeper' : 'higher' })
}

/** Where the words changed, a heading's number is one of them. */
function sayNumber(locale: Locale, old: ParsedBlock, now: ParsedBlock): string | null {
  if (old.text !== now.text || old.number === now.number) return null
  const numbers = { now: now.number ?? 'none', was: old.number ?? 'none' }
  return words(locale)('number-changed', numbers)
}

function nameOf(block: ParsedBlock): string {
  if (isHeading(block)) return 'heading'
  return block.kind === 'list-item' ? 'item' : block.kind
}
