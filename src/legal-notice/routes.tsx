import { Hono, type Context } from 'hono'
import { authorize, can } from '../permissions.ts'
import type { PublicPage } from '../platform/pages/public-page.ts'
import { frameOf, sendPage, type Env } from '../request.ts'
import { parseNotice } from './forms.ts'
import { keepNotice } from './keep-notice.ts'
import { emptyNotice, type Notice, type NoticeProblem } from './notice.ts'
import { NoticeFormPage } from './notice-form-page.tsx'
import { NoticePage } from './notice-page.tsx'
import { findKeeper, findNotice } from './store.ts'

/** The same for everybody who is not signed in. */
export const noticePages: PublicPage[] = [{ path: '/legal-notice', query: [] }]

const form = '/admin/legal-notice'

/** Who publishes the site: read by everybody, kept by administrators. */
export const noticeRoutes = new Hono<Env>()
  .get('/legal-notice', async (c) => {
    const kept = await findNotice(c.var.db)
    const page = (
      <NoticePage
        frame={frameOf(c)}
        notice={kept?.notice ?? emptyNotice}
        keptAt={kept?.keptAt ?? null}
        mayKeep={can(c.var.actor, 'legal-notice.keep', null)}
        done={c.req.query('done') === 'kept' ? 'kept' : null}
      />
    )
    return sendPage(c, page)
  })
  .get(form, async (c) => {
    authorize(c.var.actor, 'legal-notice.keep', null)
    const kept = await findNotice(c.var.db)
    return showForm(c, kept?.id ?? 0, kept?.notice ?? emptyNotice, [])
  })
  .post(form, async (c) => {
    const { db, actor, now, locale } = c.var
    const { read, typed } = parseNotice(await c.req.parseBody({ all: true }))
    const kept = await keepNotice(db, actor, { read, typed }, now)
    if (kept.ok) return c.redirect(`/${locale}/legal-notice?done=kept`, 303)
    return showForm(c, read, typed, kept.problems)
  })

async function showForm(
  c: Context<Env>,
  read: number,
  typed: Notice,
  problems: readonly NoticeProblem[],
) {
  const { db, locale } = c.var
  const frame = frameOf(c, `/${locale}${form}`)
  const told = problems.some(({ code }) => code === 'changed-since')
  // Whoever has been told, and sends it once more, means it.
  const stands = told ? ((await findNotice(db))?.id ?? 0) : read
  const keptBy = told ? await findKeeper(db) : null
  const page = <NoticeFormPage {...{ frame, typed, problems, keptBy }} read={stands} />
  return sendPage(c, page, problems.length > 0 ? 422 : 200)
}
