import type { Answer } from '../answers/index.ts'
import { listCredits } from '../contributions/index.ts'
import type { Db } from '../platform/db/connect.ts'
import {
  findEdition,
  findFrozenEdition,
  listEditionBlocks,
  listPictureBytes,
} from '../reports/index.ts'
import type { Edition, PlacedBlock, Report } from '../reports/index.ts'
import { pictureFile } from '../text/index.ts'
import type { TextScale } from '../ui/map-changes.ts'
import type { Credits } from './answer-list.tsx'
import { listChangedBlocks, type ChangedBlock } from './list-changed-blocks.ts'
import { numbersTold } from './numbers-told.ts'

/** An edition with all that its downloads are made of. */
export type WholeEdition = {
  report: Report
  edition: Edition
  blocks: PlacedBlock[]
  /** What was hashed, to the letter. */
  canonical: string
  changed: ChangedBlock[]
  unchanging: Answer[]
  scale: TextScale
  credits: Credits
  pictures: Pictures
}

/** Files of the folder `pictures/`, and which of them shows a figure. */
export type Pictures = {
  files: { name: string; bytes: Uint8Array }[]
  nameOf: (figure: PlacedBlock) => string | null
}

export async function gatherEdition(
  db: Db,
  { report, edition }: { report: Report; edition: Edition },
): Promise<WholeEdition> {
  const frozen = await findFrozenEdition(db, edition.id)
  if (!frozen) throw new Error('an edition without what it froze')
  const blocks = await listEditionBlocks(db, edition.id)
  const previous = await findEdition(db, edition.reportId, edition.number - 1)
  const { changed, unchanging, scale } = await listChangedBlocks(db, previous, edition)
  const { unanswered } = edition
  const numbers = numbersTold({ changed, answers: unchanging, unanswered })
  const credits = withoutAuthors(await listCredits(db, numbers))
  const { canonical } = frozen
  const pictures = await gatherPictures(db, blocks)
  return { report, edition, blocks, canonical, changed, unchanging, scale, credits, pictures }
}

/**
 * What people keep can't be taken back: an author who is erased, or a contribution that is withheld, would
 * stand in it for ever. So it names contributions by kind and number, and leads to their pages.
 */
function withoutAuthors(credits: Credits): Credits {
  const nobody = {
    state: 'withheld',
    authorName: '',
    organisation: null,
    spokenFor: false,
  } as const
  return new Map([...credits].map(([number, credit]) => [number, { ...credit, ...nobody }]))
}

/** Each file is named by its hash: two figures that show one picture share it. */
async function gatherPictures(db: Db, blocks: readonly PlacedBlock[]): Promise<Pictures> {
  const shown = blocks.flatMap(({ picture }) => picture?.sha256 ?? [])
  const files = await listPictureBytes(db, [...new Set(shown)])
  return {
    files: files.map(({ bytes, ...picture }) => ({ name: pictureFile(picture), bytes })),
    nameOf: ({ picture }) => (picture ? pictureFile(picture) : null),
  }
}
