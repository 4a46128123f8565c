import type { DocxPart } from './docx-parts.ts'
import { xmlAttribute, xmlPieces } from './xml-tags.ts'

/** Returns the notes of a part that have words, as a text refers to them: «w:footnote 2». */
export function listNotes({ xml, root }: DocxPart): string[] {
  if (root !== 'w:footnotes' && root !== 'w:endnotes') return []
  const notes = new Set<string>()
  let note = ''
  let within = ''
  for (const piece of xmlPieces(xml)) {
    if (piece.kind === 'text') {
      if (within === 'w:t' && piece.text.trim() !== '') notes.add(note)
      continue
    }
    within = piece.kind === 'open' ? piece.name : ''
    note = noteOf(within, piece.tag) ?? note
  }
  return [...notes]
}

function noteOf(name: string, tag: string): string | null {
  const begins = name === 'w:footnote' || name === 'w:endnote'
  return begins ? `${name} ${xmlAttribute(tag, 'id') ?? ''}` : null
}
