import { Hono, type Context } from 'hono'
import { authorize } from '../permissions.ts'
import { NotFound, SignInToKeep } from '../platform/http/problems.ts'
import { requireReport, type Report } from '../reports/index.ts'
import { frameOf, sendPage, showPanels, viewingOf, type Env, type Panel } from '../request.ts'
import { chooseDone } from '../ui/done-notice.tsx'
import { addressesOf } from './addresses.ts'
import { listMembers, requireGroup } from './find-group.ts'
import { parseId, parseRead, parseTicked, parseTyped, parseWords, typedText } from './forms.ts'
import type { Group, Words } from './group.ts'
import {
  addToGroup,
  dissolveGroup,
  removeFromGroup,
  undoGroupAct,
  wordGroup,
  type KeptGroup,
} from './keep-group.ts'
import { doneToGroup, KeepingPage } from './keeping-page.tsx'
import type { ShownProblem } from './say-problem.ts'
import { listGroupActs } from './store.ts'

type Panels = { group: readonly Panel<{ report: Report; group: Group }>[] }

const here = '/workshop/reports/:slug/groups/:group'

/** Keeping a group: who is in it, what it is called, whether it stands, and what is taken back of all that. */
export function keepingRoutes(panels: Panels) {
  return new Hono<Env>()
    .get(here, async (c) => {
      const { report, group } = await requireKept(c)
      return show(c, panels, { report, group, problems: [] })
    })
    .post(`${here}/members`, async (c) => {
      const { body, report, group } = await requireSentTo(c)
      const adding = typedText(body, 'numbers')
      const numbers = parseTyped(adding)
      if (!numbers) {
        const problems = [{ number: null, problem: 'numbers-unreadable' as const }]
        return show(c, panels, { report, group, problems, adding })
      }
      const { db, actor, now } = c.var
      const kept = await addToGroup(db, actor, { report, id: group.id, numbers }, now)
      return answer(c, panels, { report, group, kept, done: 'added', adding })
    })
    .post(`${here}/removals`, async (c) => {
      const { body, report, group } = await requireSentTo(c)
      const numbers = parseTicked(body['c'] ?? [])
      const { db, actor, now } = c.var
      const kept = await removeFromGroup(db, actor, { report, id: group.id, numbers }, now)
      return answer(c, panels, { report, group, kept, done: 'removed' })
    })
    .post(`${here}/wording`, async (c) => {
      const { body, report, group } = await requireSentTo(c)
      const [typed, read] = [parseWords(body), parseRead(body)]
      const { db, actor, now } = c.var
      const kept = await wordGroup(db, actor, { report, id: group.id, words: typed, read }, now)
      return answer(c, panels, { report, group, kept, done: 'worded', typed })
    })
    .post(`${here}/dissolution`, async (c) => {
      const { body, report, group } = await requireSentTo(c)
      const { db, actor, now } = c.var
      const read = parseRead(body)
      const kept = await dissolveGroup(db, actor, { report, id: group.id, read }, now)
      return answer(c, panels, { report, group, kept, done: 'dissolved' })
    })
    .post(`${here}/acts/:act/undoing`, async (c) => {
      const { report, group } = await requireSentTo(c)
      const act = parseId(c.req.param('act'))
      if (act === null) throw new NotFound('group act')
      const { db, actor, now } = c.var
      const kept = await undoGroupAct(db, actor, { report, id: group.id, act }, now)
      return answer(c, panels, { report, group, kept, done: 'undone' })
    })
}

/** The group of the address, for those who may keep it; not found for others. */
async function requireKept(c: Context<Env>) {
  const report = await requireReport(c.var.db, c.req.param('slug') ?? '')
  authorize(c.var.actor, 'group.keep', { reportId: report.id })
  return { report, group: await requireGroup(c, report) }
}

/** As `requireKept`, with the form that was sent: whoever is signed out meanwhile can send it once more. */
async function requireSentTo(c: Context<Env>) {
  const body = await c.req.parseBody({ all: true })
  if (c.var.actor.kind === 'visitor') throw new SignInToKeep()
  return { body, ...(await requireKept(c)) }
}

type Answering = {
  report: Report
  group: Group
  kept: KeptGroup
  done: (typeof doneToGroup)[number]
  typed?: Words
  adding?: string
}

async function answer(c: Context<Env>, panels: Panels, { kept, done, ...shown }: Answering) {
  const { report, group } = shown
  const there = addressesOf(c.var.locale, report).keeping(group.id)
  if (kept.ok) return c.redirect(`${there}?done=${done}`, 303)
  // As it stands by now, so that whoever sends the form again has read what they change.
  const standing = await requireGroup(c, report)
  return show(c, panels, { ...shown, group: standing, problems: kept.problems })
}

type Shown = {
  report: Report
  group: Group
  problems: readonly ShownProblem[]
  typed?: Words
  adding?: string
}

async function show(c: Context<Env>, panels: Panels, { report, group, problems, ...said }: Shown) {
  const { db, locale } = c.var
  const page = (
    <KeepingPage
      frame={frameOf(c, addressesOf(locale, report).keeping(group.id))}
      {...await listMembers(c, group)}
      acts={await listGroupActs(db, group.id)}
      typed={said.typed ?? group}
      adding={said.adding ?? ''}
      done={problems.length > 0 ? null : chooseDone(doneToGroup, c.req.query('done'))}
      panels={await showPanels(panels.group, viewingOf(c), { report, group })}
      {...{ report, group, problems }}
    />
  )
  return sendPage(c, page, problems.length > 0 ? 422 : 200)
}
