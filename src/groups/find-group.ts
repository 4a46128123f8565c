import type { Context } from 'hono'
import { listPage } from '../contributions/index.ts'
import { NotFound } from '../platform/http/problems.ts'
import type { Report } from '../reports/index.ts'
import type { Env } from '../request.ts'
import { countOpenIn } from './count-store.ts'
import { pageForm, parseId } from './forms.ts'
import type { Group } from './group.ts'
import type { ListedGroups } from './groups-page.tsx'
import { countGroups, findGroup, listGroups } from './store.ts'

/** At once. */
const pageLength = 20

/** The group that the address names. */
export async function requireGroup(c: Context<Env>, report: Report): Promise<Group> {
  const id = parseId(c.req.param('group'))
  const group = id === null ? undefined : await findGroup(c.var.db, report.id, id)
  if (!group) throw new NotFound('group')
  return group
}

/** A page of the report's groups; not found past the last. */
export async function listGroupPage(c: Context<Env>, report: Report): Promise<ListedGroups> {
  const { db } = c.var
  const { page } = pageForm.parse(c.req.query())
  const count = await countGroups(db, report.id)
  const pages = Math.max(1, Math.ceil(count / pageLength))
  if (page > pages) throw new NotFound('page')
  const groups = await listGroups(db, report.id, {
    limit: pageLength,
    offset: (page - 1) * pageLength,
  })
  const open = await countOpenIn(
    db,
    groups.map(({ id }) => id),
  )
  return { groups, open, count, page, pages }
}

/** A page of a group's contributions, the oldest first; the last one where fewer are left. */
export async function listMembers(c: Context<Env>, group: Group) {
  const asked = pageForm.parse(c.req.query()).page
  const among = { reportId: group.reportId, among: group.numbers }
  const at = (page: number) =>
    listPage(c.var.db, among, {
      order: 'oldest',
      limit: pageLength,
      offset: (page - 1) * pageLength,
    })
  const first = await at(asked)
  const pages = Math.max(1, Math.ceil(first.count / pageLength))
  const page = Math.min(asked, pages)
  const { listed } = page === asked ? first : await at(page)
  return { listed, page, pages }
}
