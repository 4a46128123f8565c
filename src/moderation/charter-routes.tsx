import { Hono, type Context } from 'hono'
import { blankArticle, parseArticles, type TypedArticle } from '../articles/index.ts'
import { authorize, can } from '../permissions.ts'
import { NotFound } from '../platform/http/problems.ts'
import type { PublicPage } from '../platform/pages/public-page.ts'
import { frameOf, sendPage, type Env } from '../request.ts'
import { typedOf } from './charter.ts'
import { CharterFormPage, type ShownCharterProblem } from './charter-form-page.tsx'
import { CharterPage } from './charter-page.tsx'
import { findCharter, findLastRule, listVersions, requireCharter } from './charter-store.ts'
import { parseRead } from './forms.ts'
import { keepCharter } from './keep-charter.ts'

/** The same for everybody who is not signed in. */
export const charterPages: PublicPage[] = [
  { path: '/charter', query: [] },
  { path: '/charter/versions/:version', query: [] },
]

const form = '/workshop/charter'

/** The rules of the site: read by everybody, kept by administrators. */
export const charterRoutes = new Hono<Env>()
  .get('/charter', (c) => showCharter(c, 'newest'))
  .get('/charter/versions/:version', (c) => {
    const version = c.req.param('version')
    if (!/^[1-9]\d{0,5}$/.test(version)) throw new NotFound('version')
    return showCharter(c, Number(version))
  })
  .get(form, async (c) => {
    authorize(c.var.actor, 'charter.keep', null)
    const charter = await requireCharter(c.var.db)
    const rules = [...typedOf(charter), blankArticle((await findLastRule(c.var.db)) + 1)]
    return showForm(c, charter.version, rules, [])
  })
  .post(form, async (c) => {
    const { db, actor, now, locale } = c.var
    const last = await findLastRule(db)
    const body = await c.req.parseBody({ all: true })
    const [read, typed] = [parseRead(body), parseArticles(body, last + 1)]
    if (actor.kind === 'visitor') {
      return showForm(c, read, typed, [{ code: 'charter-signed-out', article: null }])
    }
    const kept = await keepCharter(db, actor, { read, typed }, now)
    if (kept.ok) return c.redirect(`/${locale}/charter?done=kept`, 303)
    return showForm(c, read, typed, kept.problems)
  })

async function showCharter(c: Context<Env>, version: number | 'newest') {
  const { db, actor } = c.var
  const charter = await findCharter(db, version)
  if (!charter) throw new NotFound('version')
  const page = (
    <CharterPage
      frame={frameOf(c)}
      charter={charter}
      versions={await listVersions(db)}
      mayKeep={can(actor, 'charter.keep', null)}
      done={c.req.query('done') === 'kept' ? 'kept' : null}
    />
  )
  return sendPage(c, page)
}

function showForm(
  c: Context<Env>,
  read: number,
  rules: TypedArticle[],
  problems: ShownCharterProblem[],
) {
  const frame = frameOf(c, `/${c.var.locale}${form}`)
  const page = <CharterFormPage {...{ frame, read, rules, problems }} />
  return sendPage(c, page, problems.length > 0 ? 422 : 200)
}
