import type { Db } from '../platform/db/connect.ts'
import { hashKept, type FileStore } from '../platform/files/file-store.ts'
import { listStored } from './store.ts'

export type FileFinding = { kind: 'file'; object: string; problem: 'missing' | 'altered' }

const batch = 500

/**
 * Every file is where files are, and its bytes are those of its hash: the one that revisions name and are committed to.
 * Reads all of them.
 */
export async function verifyFiles(
  db: Db,
  files: FileStore,
): Promise<{ count: number; findings: FileFinding[] }> {
  const findings: FileFinding[] = []
  let count = 0
  for (let page = await listStored(db, '', batch); page.length > 0;) {
    for (const { sha256 } of page) {
      const found = await hashKept(files, sha256)
      const problem = found === null ? 'missing' : 'altered'
      if (found !== sha256) findings.push({ kind: 'file', object: `file/${sha256}`, problem })
    }
    count += page.length
    page = await listStored(db, page.at(-1)?.sha256 ?? '', batch)
  }
  return { count, findings }
}
