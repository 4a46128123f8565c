import { Hono, type Context } from 'hono'
import { newToken } from '../platform/ids.ts'
import { NotFound } from '../platform/http/problems.ts'
import { dayInParis } from '../platform/paris-days.ts'
import { frameOf, sendPage, type Env } from '../request.ts'
import { topicAddresses } from './addresses.ts'
import type { topicDeeds } from './edited-page.tsx'
import { endPhase, type EndPhaseProblem } from './end-phase.ts'
import { parseKey, parsePhase, parseRevision } from './forms.ts'
import { keepPhase, type KeepPhaseProblem } from './keep-phase.ts'
import { noPhaseTyped, typedPhase, type Phase, type TypedPhase } from './phase.ts'
import { listPhases } from './phase-store.ts'
import { PhaseEndPage } from './phase-end-page.tsx'
import { PhasePage } from './phase-page.tsx'
import type { TopicSubject } from './subject.ts'
import { requireKeptTopic } from './workshop-routes.tsx'

const topic = '/workshop/reports/:slug/topics/:topic'
const one = `${topic}/phases/:phase`

/** When topics are open, for the editors who keep them. */
export const phaseRoutes = new Hono<Env>()
  .get(`${topic}/phase`, async (c) => {
    const subject = await requireKeptTopic(c)
    return showPhase(c, subject, { known: { key: newToken() }, typed: noPhaseTyped, problems: [] })
  })
  .post(`${topic}/phases`, async (c) => {
    const body = await c.req.parseBody({ all: true })
    const subject = await requireKeptTopic(c)
    const [typed, key] = [parsePhase(body), parseKey(body)]
    const { report, topic } = subject
    const { db, actor, now } = c.var
    const keeping = { report, slug: topic.slug, typed, known: { key } }
    const kept = await keepPhase(db, actor, keeping, now)
    if (kept.ok) return leadBack(c, subject, 'phase-added')
    return showPhase(c, subject, { known: { key }, typed, problems: kept.problems })
  })
  .get(one, async (c) => {
    const subject = await requireKeptTopic(c)
    const phase = requirePhase(c, subject.phases)
    return showPhase(c, subject, { known: phase, typed: typedPhase(phase), problems: [] })
  })
  .post(one, async (c) => {
    const body = await c.req.parseBody({ all: true })
    const subject = await requireKeptTopic(c)
    const [typed, revision] = [parsePhase(body), parseRevision(body)]
    const { report, topic } = subject
    const { number } = requirePhase(c, subject.phases)
    const { db, actor, now } = c.var
    const keeping = { report, slug: topic.slug, typed, known: { number, revision } }
    const kept = await keepPhase(db, actor, keeping, now)
    if (kept.ok) return leadBack(c, subject, 'phase-kept')
    const phases = await listPhases(db, topic.id)
    const phase = requirePhase(c, phases)
    // Only who is told of it may replace what somebody else made of it.
    const known = kept.problems.includes('changed-since') ? phase : { ...phase, revision }
    return showPhase(c, { ...subject, phases }, { known, typed, problems: kept.problems })
  })
  .get(`${one}/end`, async (c) => {
    const subject = await requireKeptTopic(c)
    return showEnd(c, subject, requirePhase(c, subject.phases), null)
  })
  .post(`${one}/end`, async (c) => {
    const revision = parseRevision(await c.req.parseBody({ all: true }))
    const subject = await requireKeptTopic(c)
    const { report, topic } = subject
    const { number } = requirePhase(c, subject.phases)
    const { db, actor, now } = c.var
    const ended = await endPhase(db, actor, { report, slug: topic.slug, number, revision }, now)
    if (ended.ok) return leadBack(c, subject, `phase-${ended.did}`)
    const phases = await listPhases(db, topic.id)
    return showEnd(c, { ...subject, phases }, requirePhase(c, phases), ended.problem)
  })

function requirePhase(c: Context<Env>, phases: readonly Phase[]): Phase {
  const phase = phases.find(({ number }) => String(number) === c.req.param('phase'))
  if (!phase) throw new NotFound('phase')
  return phase
}

function leadBack(
  c: Context<Env>,
  { report, topic }: TopicSubject,
  done: (typeof topicDeeds)[number],
) {
  return c.redirect(`${topicAddresses(c.var.locale, report).edited(topic)}?done=${done}`, 303)
}

type Showing = {
  known: Phase | { key: string }
  typed: TypedPhase
  problems: readonly KeepPhaseProblem[]
}

function showPhase(c: Context<Env>, subject: TopicSubject, shown: Showing) {
  const { report, topic } = subject
  const there = topicAddresses(c.var.locale, report)
  const { known } = shown
  const address = 'key' in known ? there.newPhase(topic) : there.phase(topic, known.number)
  const page = (
    <PhasePage
      frame={frameOf(c, address)}
      subject={subject}
      today={dayInParis(c.var.now)}
      {...shown}
    />
  )
  return sendPage(c, page, shown.problems.length > 0 ? 422 : 200)
}

function showEnd(
  c: Context<Env>,
  subject: TopicSubject,
  phase: Phase,
  problem: EndPhaseProblem | null,
) {
  const there = topicAddresses(c.var.locale, subject.report)
  const page = (
    <PhaseEndPage
      frame={frameOf(c, there.phaseEnd(subject.topic, phase.number))}
      {...{ subject, phase, problem }}
      today={dayInParis(c.var.now)}
    />
  )
  return sendPage(c, page, problem ? 422 : 200)
}
