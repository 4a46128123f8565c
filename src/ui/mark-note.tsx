import type { Child } from 'hono/jsx'
import { inLocale, type Locale } from '../platform/messages.ts'
import type { MarkStyle, NewMarks } from '../text/index.ts'
import { words } from './words.ts'

type WordsProps = { marks: Partial<NewMarks>; children?: Child }

/** Words that gained or lost marks, as those that they have now show them. */
export function MarkedWords({ marks: { gained = [], lost = [] }, children }: WordsProps) {
  if (gained.length + lost.length === 0) return <>{children}</>
  const kinds = new Set(gained.map(({ kind }) => kind))
  const strong = kinds.has('strong') ? <strong>{children}</strong> : <>{children}</>
  return <span class="remarked">{kinds.has('emphasis') ? <em>{strong}</em> : strong}</span>
}

type NoteProps = { locale: Locale; marks: Partial<NewMarks> }

/** What became of the marks of the words before it, in words. */
export function MarkNote({ locale, marks: { gained = [], lost = [] } }: NoteProps) {
  const say = words(locale)
  const said = [
    ...gained.map((style) => say('mark-gained', { kind: style.kind, detail: detailOf(style) })),
    ...lost.map((style) => say('mark-lost', { kind: style.kind })),
  ]
  return said.length === 0 ? null : (
    <small class="mark-note" {...inLocale(locale)}>
      {` [${said.join(', ')}] `}
    </small>
  )
}

function detailOf(style: MarkStyle): string {
  if (style.kind === 'link') return style.href
  if (style.kind === 'language') return style.lang
  return style.kind === 'note-reference' ? style.note : ''
}
