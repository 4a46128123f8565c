import { Hono, type Context } from 'hono'
import { listByNumbers, type Contribution } from '../contributions/index.ts'
import { SignInToKeep } from '../platform/http/problems.ts'
import { newToken } from '../platform/ids.ts'
import type { Report } from '../reports/index.ts'
import { frameOf, sendPage, showPanels, viewingOf, type Env, type Panel } from '../request.ts'
import { chooseDone } from '../ui/done-notice.tsx'
import { addressesOf } from './addresses.ts'
import {
  mostPositions,
  readNumbers,
  typedOf,
  type ContentProblem,
  type Controversy,
  type TypedContent,
} from './controversy.ts'
import {
  requireControversy,
  requireKeeper,
  requireSentTo,
  showControversies,
} from './find-controversy.tsx'
import { parseContent, parseKey, parseRead, parseTicked } from './forms.ts'
import {
  changeControversy,
  makeControversy,
  publishControversy,
  reopenControversy,
  type KeptControversy,
} from './keep-controversy.ts'
import { doneToControversy, KeepingPage } from './keeping-page.tsx'
import { listControversyActs } from './act-store.ts'

type Panels = { controversy: readonly Panel<{ report: Report; controversy: Controversy }>[] }

const here = '/workshop/reports/:slug/controversies'

/** Laying out controversies: as drafts, then before readers. */
export function keepingRoutes(panels: Panels) {
  return new Hono<Env>()
    .get(here, async (c) => showControversies(c, await requireKeeper(c), true))
    .get('/workshop/reports/:slug/controversy', async (c) => {
      const report = await requireKeeper(c)
      const ticked = await listTicked(c, report)
      const known = { key: newToken() }
      const shown = { known, typed: sortByStance(ticked), ticked, problems: [] }
      return show(c, panels, report, shown)
    })
    .post(here, async (c) => {
      const body = await c.req.parseBody({ all: true })
      if (c.var.actor.kind === 'visitor') throw new SignInToKeep()
      const report = await requireKeeper(c)
      const [typed, key] = [parseContent(body), parseKey(body)]
      const { db, actor, now, locale } = c.var
      const made = await makeControversy(db, actor, { report, typed, key }, now)
      if (!made.ok) {
        const { problems } = made
        // What one form has made already, another may make once more.
        const again = problems.some(({ problem }) => problem === 'made-already')
        const known = { key: again ? newToken() : key }
        return show(c, panels, report, { known, typed, problems })
      }
      return c.redirect(`${addressesOf(locale, report).keeping(made.id)}?done=made`, 303)
    })
    .get(`${here}/:controversy`, async (c) => {
      const report = await requireKeeper(c)
      const known = await requireControversy(c, report)
      return show(c, panels, report, { known, typed: typedOf(known), problems: [] })
    })
    .post(`${here}/:controversy/content`, async (c) => {
      const { body, report, controversy } = await requireSentTo(c)
      const typed = parseContent(body)
      const { db, actor, now } = c.var
      const changing = { report, id: controversy.id, typed, read: parseRead(body) }
      const kept = await changeControversy(db, actor, changing, now)
      return answer(c, panels, { report, controversy, kept, done: 'changed', typed })
    })
    .post(`${here}/:controversy/publication`, async (c) => {
      const { body, report, controversy } = await requireSentTo(c)
      const { db, actor, now } = c.var
      const on = { report, id: controversy.id, read: parseRead(body) }
      const kept = await publishControversy(db, actor, on, now)
      return answer(c, panels, { report, controversy, kept, done: 'published' })
    })
    .post(`${here}/:controversy/reopening`, async (c) => {
      const { body, report, controversy } = await requireSentTo(c)
      const { db, actor, now } = c.var
      const on = { report, id: controversy.id, read: parseRead(body) }
      const kept = await reopenControversy(db, actor, on, now)
      if (kept.ok) return answer(c, panels, { report, controversy, kept, done: 'reopened' })
      const problems: ContentProblem[] = [{ position: null, problem: 'changed-since' }]
      const stale = { ok: false as const, problems }
      return answer(c, panels, { report, controversy, kept: stale, done: 'reopened' })
    })
}

type Answering = {
  report: Report
  controversy: Controversy
  kept: KeptControversy
  done: (typeof doneToControversy)[number]
  typed?: TypedContent
}

async function answer(c: Context<Env>, panels: Panels, answering: Answering) {
  const { report, controversy, kept, done, typed } = answering
  const there = addressesOf(c.var.locale, report).keeping(controversy.id)
  if (kept.ok) return c.redirect(`${there}?done=${done}`, 303)
  const { problems } = kept
  // As it stands by now: whoever sends the form again has been told, and can see what they change.
  const standing = await requireControversy(c, report)
  const told = problems.some(({ problem }) => problem === 'changed-since')
  const known = told ? standing : { ...standing, revision: controversy.revision }
  return show(c, panels, report, { known, typed: typed ?? typedOf(standing), problems })
}

type Shown = {
  known: Controversy | { key: string }
  typed: TypedContent
  ticked?: readonly Contribution[]
  problems: readonly ContentProblem[]
}

async function show(c: Context<Env>, panels: Panels, report: Report, shown: Shown) {
  const { db, locale } = c.var
  const { known, typed, ticked = [], problems } = shown
  const isNew = 'key' in known
  const there = addressesOf(locale, report)
  const numbers = typed.positions.flatMap((position) => readNumbers(position.numbers) ?? [])
  const named = (await listByNumbers(db, numbers)).filter((one) => one.reportId === report.id)
  const others = ticked.filter(({ number }) => !numbers.includes(number))
  const page = (
    <KeepingPage
      frame={frameOf(c, isNew ? there.making : there.keeping(known.id))}
      named={[...others, ...named.toReversed()]}
      acts={isNew ? [] : await listControversyActs(db, known.id)}
      done={problems.length > 0 ? null : chooseDone(doneToControversy, c.req.query('done'))}
      panels={
        isNew || known.state === 'draft'
          ? []
          : await showPanels(panels.controversy, viewingOf(c), { report, controversy: known })
      }
      {...{ report, known, typed, problems }}
    />
  )
  return sendPage(c, page, problems.length > 0 ? 422 : 200)
}

/** What was ticked in the queue, of this report. */
async function listTicked(c: Context<Env>, report: Report): Promise<Contribution[]> {
  const found = await listByNumbers(c.var.db, parseTicked(c.req.queries('c') ?? []))
  return found.filter(({ reportId, state }) => reportId === report.id && state === 'published')
}

/** Arguments for come to the first position, those against to the second; the rest is for the editor to place. */
function sortByStance(ticked: readonly Contribution[]): TypedContent {
  const argue = (stance: string) =>
    ticked
      .filter((one) => one.stance === stance)
      .map(({ number }) => number)
      .toSorted((one, other) => one - other)
      .join(', ')
  const numbers = [argue('for'), argue('against')]
  return {
    question: '',
    lead: '',
    positions: Array.from({ length: mostPositions }, (_none, at) => ({
      statement: '',
      numbers: numbers[at] ?? '',
    })),
  }
}
