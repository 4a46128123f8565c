import type { Db } from '../platform/db/connect.ts'
import type { FileStore } from '../platform/files/file-store.ts'
import { keepPlace } from './store.ts'

/** Whether this process keeps files where those before it did; a folder of its own would lack all that another one receives. */
export async function checkPlace(db: Db, files: FileStore): Promise<boolean> {
  const name = await files.name()
  return (await keepPlace(db, name)) === name
}
