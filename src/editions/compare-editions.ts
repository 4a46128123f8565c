import type { Db } from '../platform/db/connect.ts'
import { rememberEach } from '../platform/remember.ts'
import {
  compareTexts,
  listChanges,
  listEditionBlocks,
  listEditions,
  listStoodBefore,
  type Change,
  type ComparedBlocks,
  type Edition,
} from '../reports/index.ts'
import { measureText, type TextScale } from '../ui/map-changes.ts'

/** An edition beside an earlier one: what differs, and how long its text is. */
export type ComparedEditions = {
  told: ComparedBlocks[]
  /** Those of the added blocks that an edition before both had. */
  returned: ReadonlySet<string>
  scale: TextScale
  /** The editions whose answers tell of it: those since the earlier one. */
  answeredIn: number[]
}

// What differs between two texts is smaller than a text, mostly.
const remember = rememberEach<ComparedEditions>(8)

/** Worked out once and remembered: both editions are frozen, and so are the changes between them. */
export function compareEditions(
  db: Db,
  before: Edition | undefined,
  edition: Edition,
): Promise<ComparedEditions> {
  return remember(keyOfBoth(before, edition), () => compare(db, before, edition))
}

/** What is remembered of an edition beside an earlier one is known by it. */
export function keyOfBoth(before: Edition | undefined, edition: Edition): string {
  // Two databases of one process (tests have them) have editions of the same id, not of the same hash.
  const hashes = [before?.sha256, edition.sha256]
  return hashes.map((hash) => Buffer.from(hash ?? []).toString('hex')).join(' ')
}

async function compare(
  db: Db,
  before: Edition | undefined,
  edition: Edition,
): Promise<ComparedEditions> {
  const { reportId } = edition
  const now = await listEditionBlocks(db, edition.id)
  const scale = measureText(now)
  if (!before) return { told: [], returned: new Set(), scale, answeredIn: [edition.id] }
  const old = await listEditionBlocks(db, before.id)
  const since = (await listEditions(db, reportId))
    .filter(({ number }) => number > before.number && number <= edition.number)
    .toReversed()
  const changes: Change[] = []
  for (const { id } of since) changes.push(...(await listChanges(db, reportId, id)))
  const told = compareTexts(old, now, changes)
  const added = told.filter(({ did }) => did === 'added').map(({ blockId }) => blockId)
  const returned = await listStoodBefore(db, added, before.number)
  return { told, returned, scale, answeredIn: since.map(({ id }) => id) }
}
