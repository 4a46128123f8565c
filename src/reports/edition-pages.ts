import type { Db } from '../platform/db/connect.ts'
import { rememberEach } from '../platform/remember.ts'
import { listEditionBlocks } from './edition-store.ts'
import { readingPages } from './part-size.ts'
import type { Edition } from './report.ts'

const remember = rememberEach<ReadonlySet<string>>(200)

/** Ids of the headings that have a page of their own when an edition is read: it is frozen, and so are they. */
export function listPageHeadings(db: Db, { id, sha256 }: Edition): Promise<ReadonlySet<string>> {
  return remember(Buffer.from(sha256).toString('hex'), async () => {
    const pages = readingPages(await listEditionBlocks(db, id))
    return new Set(pages.map((heading) => heading.id))
  })
}
