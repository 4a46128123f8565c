import type { Db } from '../platform/db/connect.ts'
import { findAddress } from '../people/index.ts'
import { listReportsNamed } from './details-store.ts'
import { countFollowed, listFollowed, listNotices } from './store.ts'

/** On one page of the list. */
const listLength = 50

/** Of what was sent. */
const sentLength = 40

/** What somebody's page has of what they follow and were sent; a page past the end is the last. */
export async function showNotices(db: Db, personId: number, asked: number) {
  const count = await countFollowed(db, personId)
  const pages = Math.max(1, Math.ceil(count / listLength))
  const page = Math.min(pages, asked)
  const listed = await listFollowed(db, personId, {
    limit: listLength,
    offset: (page - 1) * listLength,
  })
  const reports = await listReportsNamed(db, [...new Set(listed.map(({ reportId }) => reportId))])
  const groups = [...Map.groupBy(listed, ({ reportId }) => reportId)].flatMap(([id, followed]) => {
    const report = reports.get(id)
    return report ? [{ report, followed }] : []
  })
  return {
    count,
    page,
    pages,
    groups,
    sent: await listNotices(db, personId, sentLength),
    reached: (await findAddress(db, personId)) !== undefined,
  }
}
