import type { Mark } from '../text/index.ts'
import type { PlacedBlock } from './report.ts'

/** Which note a block's reference leads to, by the number that the reference shows. */
export type NotesOf = (block: PlacedBlock, number: string) => PlacedBlock | undefined

/**
 * Finds the notes of a text: of several with one number, as where each chapter counts anew, the first that
 * stands after the words that refer to it.
 */
export function findNotes(all: readonly PlacedBlock[]): NotesOf {
  const places = new Map(all.map((block, at) => [block.id, at]))
  const notes = Map.groupBy(
    all.filter(({ kind }) => kind === 'note'),
    ({ number }) => number,
  )
  return (block, number) => {
    const numbered = notes.get(number) ?? []
    const place = places.get(block.id) ?? -1
    return numbered.find(({ id }) => (places.get(id) ?? -1) > place) ?? numbered.at(-1)
  }
}

/** The notes that these blocks refer to and that do not stand among them, in the order of the references. */
export function notesBelow(blocks: readonly PlacedBlock[], notesOf: NotesOf): PlacedBlock[] {
  const here = new Set(blocks.map(({ id }) => id))
  const referred = blocks.flatMap((block) =>
    block.marks.filter(isReference).flatMap(({ note }) => notesOf(block, note) ?? []),
  )
  return [...new Map(referred.map((note) => [note.id, note])).values()].filter(
    ({ id }) => !here.has(id),
  )
}

/** Whether some of its words refer to a note. */
export function refersToNotes({ marks }: Pick<PlacedBlock, 'marks'>): boolean {
  return marks.some(isReference)
}

function isReference(mark: Mark): mark is Mark & { kind: 'note-reference' } {
  return mark.kind === 'note-reference'
}
