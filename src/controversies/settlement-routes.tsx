import { Hono, type Context } from 'hono'
import { dayInParis } from '../platform/paris-days.ts'
import { listEditions, type Report } from '../reports/index.ts'
import { frameOf, sendPage, type Env } from '../request.ts'
import { addressesOf } from './addresses.ts'
import type { Controversy } from './controversy.ts'
import { requireControversy, requireKeeper, requireSentTo } from './find-controversy.tsx'
import { parseRead, parseSettlement } from './forms.ts'
import { settleControversy } from './keep-controversy.ts'
import { nothingTyped, type SettlementProblem, type TypedSettlement } from './settlement.ts'
import { SettlementPage } from './settlement-page.tsx'
import { listAnswered } from './store.ts'

const here = '/workshop/reports/:slug/controversies/:controversy/settlement'

/** Saying that a controversy is settled. */
export const settlementRoutes = new Hono<Env>()
  .get(here, async (c) => {
    const report = await requireKeeper(c)
    const controversy = await requireControversy(c, report)
    const there = addressesOf(c.var.locale, report)
    if (controversy.state !== 'published') return c.redirect(there.keeping(controversy.id), 303)
    const [year = '', month = '', day = ''] = dayInParis(c.var.now).split('-')
    const typed = { ...nothingTyped, year, month: String(Number(month)), day: String(Number(day)) }
    return show(c, report, { controversy, typed, problems: [] })
  })
  .post(here, async (c) => {
    const { body, report, controversy } = await requireSentTo(c)
    const [typed, read] = [parseSettlement(body), parseRead(body)]
    const { db, actor, now, locale } = c.var
    const settling = { report, id: controversy.id, typed, read }
    const settled = await settleControversy(db, actor, settling, now)
    if (settled.ok) {
      return c.redirect(`${addressesOf(locale, report).keeping(controversy.id)}?done=settled`, 303)
    }
    const { problems } = settled
    // Whoever has been told that it changed, and sends theirs again, has seen what it says now.
    const told = problems.includes('changed-since')
    const standing = told ? await requireControversy(c, report) : controversy
    const revision = told ? standing.revision : read
    return show(c, report, { controversy: { ...standing, revision }, typed, problems })
  })

type Shown = {
  controversy: Controversy
  typed: TypedSettlement
  problems: readonly (SettlementProblem | 'changed-since')[]
}

async function show(c: Context<Env>, report: Report, { controversy, typed, problems }: Shown) {
  const { db, locale } = c.var
  const numbers = controversy.positions.flatMap((position) => position.numbers)
  const page = (
    <SettlementPage
      frame={frameOf(c, addressesOf(locale, report).settlement(controversy.id))}
      editions={(await listEditions(db, report.id)).map(({ number }) => number)}
      answered={await listAnswered(db, numbers)}
      {...{ report, controversy, typed, problems }}
    />
  )
  return sendPage(c, page, problems.length > 0 ? 422 : 200)
}
