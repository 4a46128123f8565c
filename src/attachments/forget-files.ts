import type { Db } from '../platform/db/connect.ts'
import { inTransaction } from '../platform/db/transaction.ts'
import type { FileStore } from '../platform/files/file-store.ts'
import { daysBefore, type Periods } from '../platform/periods.ts'
import { forgetReceived } from './hear-form.ts'
import { deleteUnheld, deleteWaitingBefore, listKnown, listUnheld, lockFile } from './store.ts'

type Forgetting = { db: Db; files: FileStore; periods: Pick<Periods, 'uploads'> }

/**
 * Deletes the files that came with forms which were never published nor kept as drafts, and with what was erased; and what lies
 * where files are and is nobody's, as a process leaves it that ended between two steps.
 */
export async function forgetFiles({ db, files, periods }: Forgetting, now: Date): Promise<void> {
  await deleteWaitingBefore(db, daysBefore(now, periods.uploads))
  // A picture goes before the smaller one that stands in its place: another round finds that.
  for (let unheld = await listUnheld(db, batch); unheld.length > 0;) {
    for (const sha256 of unheld) await forgetFile(db, files, sha256)
    unheld = await listUnheld(db, batch)
  }
  await forgetReceived()
  for await (const sha256 of strays(db, files)) await forgetFile(db, files, sha256)
}

const batch = 500

/** The file first: what is left by an end between the two is a row without one, which is found again. */
async function forgetFile(db: Db, files: FileStore, sha256: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    await lockFile(tx, sha256)
    const gone = await deleteUnheld(tx, sha256)
    const known = gone ? false : (await listKnown(tx, [sha256])).has(sha256)
    if (!known) await files.remove(sha256)
  })
}

async function* strays(db: Db, files: FileStore): AsyncGenerator<string> {
  let some: string[] = []
  for await (const sha256 of files.list()) {
    some.push(sha256)
    if (some.length < batch) continue
    yield* await withoutRows(db, some)
    some = []
  }
  yield* await withoutRows(db, some)
}

async function withoutRows(db: Db, hashes: readonly string[]): Promise<string[]> {
  const known = await listKnown(db, hashes)
  return hashes.filter((sha256) => !known.has(sha256))
}
