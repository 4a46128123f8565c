import { Hono, type Context } from 'hono'
import { listByNumbers, requireSubject } from '../contributions/index.ts'
import { authorize } from '../permissions.ts'
import { NotFound, SignInToKeep } from '../platform/http/problems.ts'
import { newToken } from '../platform/ids.ts'
import { requireReport, type Report } from '../reports/index.ts'
import { frameOf, sendPage, type Env } from '../request.ts'
import { addressesOf } from './addresses.ts'
import { AlikePage } from './alike-page.tsx'
import { countUngrouped, listAlikeToEach, listUngrouped } from './alike-store.ts'
import { listGroupPage } from './find-group.ts'
import { parseInto, parseKey, parseTicked, parseWords, waitingForm } from './forms.ts'
import { gatherAlike } from './gather-alike.ts'
import { problemOf, type GroupProblem, type Words } from './group.ts'
import { addToGroup, makeGroup } from './keep-group.ts'
import { MakingPage } from './making-page.tsx'
import { findGroup, findGroupWith, listGroups, listGroupsOf } from './store.ts'
import { WorkshopPage, type Suggestions } from './workshop-page.tsx'

/** Of one contribution; of each that waits, in the workshop. */
const mostAlike = 10
const fewAlike = 3
/** What waits, compared at once. */
const comparedAtOnce = 10
/** Groups to choose from. */
const offered = 200

/** Finding what is alike, and putting it together. */
export const makingRoutes = new Hono<Env>()
  .get('/workshop/reports/:slug/groups', async (c) => {
    const report = await requireReport(c.var.db, c.req.param('slug'))
    authorize(c.var.actor, 'group.keep', { reportId: report.id })
    const list = await listGroupPage(c, report)
    const suggestions = await suggest(c, report)
    return sendPage(c, <WorkshopPage frame={frameOf(c)} {...{ report, list, suggestions }} />)
  })
  .get('/workshop/contributions/:number/alike', async (c) => {
    const { report, contribution } = await requireSubject(c)
    authorize(c.var.actor, 'group.keep', { reportId: report.id })
    const { number, replyTo, state } = contribution
    if (replyTo !== null || state !== 'published') throw new NotFound('contribution')
    const { own, likely } = await gatherAlike(c.var.db, contribution, mostAlike)
    const group = (await findGroupWith(c.var.db, number)) ?? null
    return sendPage(
      c,
      <AlikePage frame={frameOf(c)} {...{ report, contribution, own, likely, group }} />,
    )
  })
  .get('/workshop/reports/:slug/group', async (c) => {
    const { db, actor } = c.var
    const report = await requireReport(db, c.req.param('slug'))
    authorize(actor, 'group.keep', { reportId: report.id })
    const numbers = parseTicked(c.req.queries('c') ?? [])
    // Where one of them is in a group, the others are likely to be meant for it.
    const [group] = [...(await listGroupsOf(db, numbers)).values()]
    const typed = { title: '', shared: '' }
    const form = { numbers, typed, into: group?.id ?? 0, key: newToken(), problems: [] }
    return showMaking(c, report, form)
  })
  .post('/workshop/reports/:slug/groups', async (c) => {
    const { db, actor, now, locale } = c.var
    const body = await c.req.parseBody({ all: true })
    if (actor.kind === 'visitor') throw new SignInToKeep()
    const report = await requireReport(db, c.req.param('slug'))
    const [numbers, typed, into, key] = [
      parseTicked(body['c'] ?? []),
      parseWords(body),
      parseInto(body),
      parseKey(body),
    ]
    authorize(actor, 'group.keep', { reportId: report.id })
    if (into !== 0 && !(await findGroup(db, report.id, into))) {
      const problems = [problemOf('no-such-group')]
      return showMaking(c, report, { numbers, typed, into: 0, key, problems })
    }
    const kept =
      into === 0
        ? await makeGroup(db, actor, { report, words: typed, numbers, key }, now)
        : await addToGroup(db, actor, { report, id: into, numbers }, now)
    if (!kept.ok) {
      const { problems } = kept
      // What one form has made already, another may make once more.
      const made = problems.some(({ problem }) => problem === 'made-already')
      const next = made ? newToken() : key
      return showMaking(c, report, { numbers, typed, into, key: next, problems })
    }
    const done = into === 0 ? 'made' : 'added'
    return c.redirect(`${addressesOf(locale, report).keeping(kept.id)}?done=${done}`, 303)
  })

type Making = {
  numbers: readonly number[]
  typed: Words
  into: number
  key: string
  problems: readonly GroupProblem[]
}

/** The form with what was chosen and typed; what is no contribution of this report is named in the problems alone. */
async function showMaking(c: Context<Env>, report: Report, making: Making) {
  const { db, locale } = c.var
  const { numbers, typed, into, key, problems } = making
  const chosen = (await listByNumbers(db, numbers)).filter(({ reportId }) => reportId === report.id)
  const groups = await listGroups(db, report.id, { limit: offered, offset: 0 })
  const query = numbers.map((number) => `c=${number}`).join('&')
  const page = (
    <MakingPage
      frame={frameOf(c, `${addressesOf(locale, report).making}?${query}`)}
      chosen={chosen.toReversed()}
      inGroups={await listGroupsOf(db, numbers)}
      formKey={key}
      {...{ report, groups, typed, into, problems }}
    />
  )
  return sendPage(c, page, problems.length > 0 ? 422 : 200)
}

/** What of a page of all that waits is like something else. */
async function suggest(c: Context<Env>, report: Report): Promise<Suggestions> {
  const { db } = c.var
  const count = await countUngrouped(db, report.id)
  const pages = Math.max(1, Math.ceil(count / comparedAtOnce))
  const page = Math.min(pages, waitingForm.parse(c.req.query()).waiting)
  const at = { limit: comparedAtOnce, offset: (page - 1) * comparedAtOnce }
  const numbers = await listUngrouped(db, report.id, at)
  const alike = await listAlikeToEach(db, numbers, fewAlike)
  const met = [...alike.values()].flat().map(({ number }) => number)
  const known = await listByNumbers(db, [...new Set([...alike.keys(), ...met])])
  const others = new Map(known.map((one) => [one.number, one]))
  const found = numbers.flatMap((number) => {
    const [contribution, theirs] = [others.get(number), alike.get(number)]
    return contribution && theirs ? [{ contribution, alike: theirs }] : []
  })
  return { shown: numbers.length, found, others, page, pages }
}
