import { Hono, type Context } from 'hono'
import { blankArticle, carryArticles, parseArticles, type TypedArticle } from '../articles/index.ts'
import { authorize, can } from '../permissions.ts'
import { NotFound } from '../platform/http/problems.ts'
import type { PublicPage } from '../platform/pages/public-page.ts'
import { frameOf, sendPage, type Env } from '../request.ts'
import { typedOf } from './charter.ts'
import { CharterFormPage } from './charter-form-page.tsx'
import { CharterPage } from './charter-page.tsx'
import {
  findCharter,
  findKeeper,
  findLastRule,
  listVersions,
  requireCharter,
} from './charter-store.ts'
import { parseRead } from './forms.ts'
import { keepCharter, type CharterProblem } from './keep-charter.ts'

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
    return showForm(c, { read: charter.version, rules, problems: [], keptBy: null })
  })
  .post(form, async (c) => {
    const { db, actor, now, locale } = c.var
    const last = await findLastRule(db)
    const body = await c.req.parseBody({ all: true })
    const [read, typed] = [parseRead(body), parseArticles(body, last + 1)]
    const kept = await keepCharter(db, actor, { read, typed }, now)
    if (kept.ok) return c.redirect(`/${locale}/charter?done=kept`, 303)
    const { problems } = kept
    if (problems.some(({ code }) => code === 'changed-since')) return showChanged(c, read, typed)
    return showForm(c, { read, rules: typed, problems, keptBy: null })
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

/** Whoever has been told of another version, and sends theirs once more, means it: the form goes on from what stands now. */
async function showChanged(c: Context<Env>, read: number, typed: readonly TypedArticle[]) {
  const { db } = c.var
  const newest = await requireCharter(db)
  const [known, last] = [await findLastRule(db, read), await findLastRule(db)]
  const rules = carryArticles(typed, typedOf(newest), { known, last })
  const keptBy = await findKeeper(db, newest.version)
  const problems: CharterProblem[] = [{ code: 'changed-since', article: null }]
  return showForm(c, { read: newest.version, rules, problems, keptBy })
}

type Shown = Omit<Parameters<typeof CharterFormPage>[0], 'frame'>

function showForm(c: Context<Env>, shown: Shown) {
  const page = <CharterFormPage frame={frameOf(c, `/${c.var.locale}${form}`)} {...shown} />
  return sendPage(c, page, shown.problems.length > 0 ? 422 : 200)
}
