import type { Db } from '../platform/db/connect.ts'
import { rememberEach } from '../platform/remember.ts'
import {
  broughtBy,
  findEdition,
  findEditionBlock,
  findLatestEdition,
  findWorkingBlock,
  isPlacing,
  listChanges,
  listChangesCausedBy,
  listChangesOf,
  listEditionBlocks,
  listHeirTexts,
  listWorkingBlocks,
  sentencesOf,
  tellDifferences,
  type Change,
  type Edition,
  type Told,
} from '../reports/index.ts'
import { foldTypography } from '../text/index.ts'
import { keyOfBoth } from './compare-editions.ts'

/** A change that a contribution caused, and what its edition, or the working text, shows of it. */
export type OwnChange = {
  change: Change
  /** `reworded`: another change to its words followed; `undone`: nothing of it is left. */
  fate: 'stands' | 'reworded' | 'undone'
  /** Number of the edition since which the words that it replaced are there again; null where they are not. */
  goneSince: number | null
  /** The block of which the changes between the editions tell it. */
  toldOf: string
}

/** What a contribution changed, and what of it was undone before an edition published it, or later. */
export async function listOwnChanges(db: Db, number: number): Promise<OwnChange[]> {
  const changes = await listChangesCausedBy(db, number)
  const own: OwnChange[] = []
  for (const [editionNumber, together] of Map.groupBy(changes, (one) => one.editionNumber)) {
    const [{ reportId } = { reportId: 0 }] = together
    const texts = await findTexts(db, reportId, editionNumber)
    // Only where a passage stands, and what became of one that was divided, is a matter of the whole texts.
    const told =
      together.some(isPlacing) || (await isDivided(db, together))
        ? await tellWhole(db, reportId, texts)
        : await tellBlocks(db, texts, together)
    for (const change of together) {
      const fate = fateOf(change, told)
      const goneSince = fate === 'stands' ? await findGone(db, change) : null
      own.push({ change, fate, goneSince, toldOf: whereTold(change, told) })
    }
  }
  return own
}

/** It stands where all that it brought does, in whichever of the passages that differ. */
function fateOf(change: Change, told: readonly Told<Change>[]): OwnChange['fate'] {
  if (!told.some((one) => tells(one, change))) return 'undone'
  if (change.operation !== 'replace-sentences') return 'stands'
  const texts = told.flatMap(({ now }) => (now ? [foldTypography(now.text)] : []))
  const stands = broughtBy(change).every((words) => texts.some((text) => text.includes(words)))
  return stands ? 'stands' : 'reworded'
}

/** Its own block, or the piece of it that has its words. */
function whereTold(change: Change, told: readonly Told<Change>[]): string {
  const telling = told.filter((one) => tells(one, change)).map(({ blockId }) => blockId)
  return telling.includes(change.blockId) ? change.blockId : (telling[0] ?? change.blockId)
}

function tells({ changes }: Told<Change>, { id }: Change): boolean {
  return changes.some((one) => one.id === id)
}

/**
 * Since which later edition the passages that can have its words say again what a change to sentences replaced, and
 * nothing of what it brought.
 */
async function findGone(db: Db, change: Change): Promise<number | null> {
  const { operation, blockId, before, editionNumber } = change
  if (operation !== 'replace-sentences' || !before || editionNumber === null) return null
  const [replaced, brought] = [sentencesOf(before), broughtBy(change)]
  const later = (await listHeirTexts(db, blockId)).filter(
    (one) => one.editionNumber > editionNumber,
  )
  const stood = later.findLastIndex(({ text }) => {
    const folded = foldTypography(text)
    const says = (words: string) => folded.includes(words)
    return !replaced.every(says) || brought.some(says)
  })
  return later[stood + 1]?.editionNumber ?? null
}

/** Whether some of the blocks were split or merged in the same edition. */
async function isDivided(db: Db, together: readonly Change[]): Promise<boolean> {
  const [{ editionNumber } = { editionNumber: null }] = together
  for (const blockId of new Set(together.map((change) => change.blockId))) {
    const divided = (await listChangesOf(db, blockId)).some(
      (change) => change.otherBlock && change.editionNumber === editionNumber,
    )
    if (divided) return true
  }
  return false
}

/** The edition that published a change, or null for the working text, and the edition before. */
type Texts = { before: Edition | undefined; edition: Edition | null }

async function findTexts(db: Db, reportId: number, editionNumber: number | null): Promise<Texts> {
  if (editionNumber === null) {
    return { before: await findLatestEdition(db, reportId), edition: null }
  }
  return {
    before: await findEdition(db, reportId, editionNumber - 1),
    edition: (await findEdition(db, reportId, editionNumber)) ?? null,
  }
}

// Of several contributions to one passage each asks for the same.
const remember = rememberEach<Told<Change>[]>(4)

function tellWhole(db: Db, reportId: number, texts: Texts): Promise<Told<Change>[]> {
  const { before, edition } = texts
  if (!edition) return compareWhole(db, reportId, texts)
  return remember(keyOfBoth(before, edition), () => compareWhole(db, reportId, texts))
}

async function compareWhole(
  db: Db,
  reportId: number,
  { before, edition }: Texts,
): Promise<Told<Change>[]> {
  return tellDifferences(
    before ? await listEditionBlocks(db, before.id) : [],
    edition ? await listEditionBlocks(db, edition.id) : await listWorkingBlocks(db, reportId),
    await listChanges(db, reportId, edition?.id ?? null),
  )
}

async function tellBlocks(
  db: Db,
  { before, edition }: Texts,
  together: readonly Change[],
): Promise<Told<Change>[]> {
  const told: Told<Change>[] = []
  for (const blockId of new Set(together.map((change) => change.blockId))) {
    const old = before && (await findEditionBlock(db, before.id, blockId))
    const now = edition
      ? await findEditionBlock(db, edition.id, blockId)
      : await findWorkingBlock(db, blockId)
    const changes = (await listChangesOf(db, blockId)).filter(
      (change) => change.editionNumber === (edition?.number ?? null),
    )
    told.push(...tellDifferences(old ? [old] : [], now ? [now] : [], changes))
  }
  return told
}
