import { Hono, type Context } from 'hono'
import { frameOf, sendPage, type Env } from '../request.ts'
import { chooseDone } from '../ui/done-notice.tsx'
import { addressesOf } from './addresses.ts'
import { parseHandOver } from './forms.ts'
import { handOver, planFor, undoHandOver } from './hand-over-organisation.ts'
import { doneWithHandOver, HandOverPage, type ShownProblem } from './hand-over-page.tsx'
import { findPlanned } from './hand-over-store.ts'
import type { Plan, TypedHandOver } from './hand-over.ts'
import { listMembers } from './member-store.ts'
import type { Organisation } from './organisation.ts'
import { requireKept } from './require-organisation.ts'

const here = '/organisations/:organisation/hand-over'

/** Handing an organisation over to another team: said, looked at, confirmed; undone until its day. */
export const handOverRoutes = new Hono<Env>()
  .get(here, async (c) => {
    const organisation = await requireKept(c)
    const typed = parseHandOver(c.req.query())
    if (c.req.query('successor') === undefined && c.req.query('from') === undefined) {
      return show(c, organisation, { typed, plan: null, problems: [] })
    }
    const planned = await planFor(c.var.db, organisation, typed, c.var.now)
    return planned.ok
      ? show(c, organisation, { typed, plan: planned.plan, problems: [] })
      : show(c, organisation, { typed, plan: null, problems: planned.problems })
  })
  .post(`${here}/confirmation`, async (c) => {
    const organisation = await requireKept(c)
    const { mark, ...typed } = parseHandOver(await c.req.parseBody({ all: true }))
    const { db, actor, locale, now } = c.var
    const { slug } = organisation
    const handed = await handOver(db, actor, { slug, typed, mark }, now)
    if (handed.ok) {
      return c.redirect(`${addressesOf(locale, organisation).handOver}?done=handed-over`, 303)
    }
    const { plan = null, problems } = handed
    return show(c, organisation, { typed, plan, problems })
  })
  .post(`${here}/end`, async (c) => {
    const organisation = await requireKept(c)
    const { db, actor, locale, now } = c.var
    const undone = await undoHandOver(db, actor, organisation.slug, now)
    if (undone.ok) {
      return c.redirect(`${addressesOf(locale, organisation).handOver}?done=undone`, 303)
    }
    const typed = { successor: '', from: '', until: '' }
    return show(c, organisation, { typed, plan: null, problems: [undone.problem] })
  })

type Shown = { typed: TypedHandOver; plan: Plan | null; problems: readonly ShownProblem[] }

async function show(c: Context<Env>, organisation: Organisation, shown: Shown) {
  const { db, locale, now } = c.var
  const members = await listMembers(db, organisation.id)
  const page = (
    <HandOverPage
      frame={frameOf(
        c,
        c.req.method === 'GET' ? undefined : addressesOf(locale, organisation).handOver,
      )}
      organisation={organisation}
      members={members.filter(({ since }) => since !== null)}
      planned={await findPlanned(db, organisation.id, now)}
      {...shown}
      done={
        shown.problems.length > 0 || shown.plan
          ? null
          : chooseDone(doneWithHandOver, c.req.query('done'))
      }
    />
  )
  return sendPage(c, page, shown.problems.length > 0 ? 422 : 200)
}
