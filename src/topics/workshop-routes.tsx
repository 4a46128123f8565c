import { Hono, type Context } from 'hono'
import { authorize } from '../permissions.ts'
import { newToken } from '../platform/ids.ts'
import { dayInParis } from '../platform/paris-days.ts'
import { requireReport, type Report } from '../reports/index.ts'
import { frameOf, sendPage, type Env } from '../request.ts'
import { chooseDone } from '../ui/done-notice.tsx'
import { topicAddresses } from './addresses.ts'
import { EditedPage, topicDeeds } from './edited-page.tsx'
import { typedQuote } from './extract.ts'
import { parseKey, parseRevision, parseTopic } from './forms.ts'
import { gatherExtracts, type ExtractOfPassage } from './gather-extracts.ts'
import { keepTopic, type KeepTopicProblem } from './keep-topic.ts'
import { listPhasesOf } from './phase-store.ts'
import { PublicationPage } from './publication-page.tsx'
import { publishTopic, type PublishTopicProblem } from './publish-topic.ts'
import { requireTopic } from './require-topic.ts'
import { listTopics } from './store.ts'
import type { TopicSubject } from './subject.ts'
import { nothingTyped, type Topic, type TypedTopic } from './topic.ts'
import { WordsPage } from './words-page.tsx'
import { WorkshopPage } from './workshop-page.tsx'

const here = '/workshop/reports/:slug'
const one = `${here}/topics/:topic`

/** What topics say, for the editors who keep them. */
export const workshopRoutes = new Hono<Env>()
  .get(`${here}/topics`, async (c) => {
    const report = await requireKept(c)
    const { db, now } = c.var
    const topics = await listTopics(db, report.id)
    const phases = await listPhasesOf(
      db,
      topics.map(({ id }) => id),
    )
    const page = (
      <WorkshopPage
        frame={frameOf(c)}
        report={report}
        topics={topics.map((topic) => ({ topic, phases: phases.get(topic.id) ?? [] }))}
        today={dayInParis(now)}
      />
    )
    return sendPage(c, page)
  })
  .get(`${here}/topic`, async (c) => {
    const report = await requireKept(c)
    return showWords(c, report, { known: { key: newToken() }, typed: nothingTyped, problems: [] })
  })
  .post(`${here}/topics`, async (c) => {
    const body = await c.req.parseBody({ all: true })
    const report = await requireKept(c)
    const [typed, key] = [parseTopic(body), parseKey(body)]
    const known = { key }
    const { db, actor, now, locale } = c.var
    const kept = await keepTopic(db, actor, { report, typed, known }, now)
    if (!kept.ok) return showWords(c, report, { known, typed, problems: kept.problems })
    const { edited } = topicAddresses(locale, report)
    return c.redirect(`${edited(kept)}?done=begun`, 303)
  })
  .get(one, async (c) => {
    const subject = await requireKeptTopic(c)
    const page = (
      <EditedPage
        frame={frameOf(c)}
        subject={subject}
        extracts={await gatherExtracts(c.var.db, subject.topic)}
        today={dayInParis(c.var.now)}
        done={chooseDone(topicDeeds, c.req.query('done'))}
      />
    )
    return sendPage(c, page)
  })
  .get(`${one}/words`, async (c) => {
    const { report, topic } = await requireKeptTopic(c)
    const typed = typedOf(topic, await gatherExtracts(c.var.db, topic))
    return showWords(c, report, { known: { topic }, typed, problems: [] })
  })
  .post(`${one}/words`, async (c) => {
    const body = await c.req.parseBody({ all: true })
    const { report, topic } = await requireKeptTopic(c)
    const [typed, revision] = [parseTopic(body), parseRevision(body)]
    const shown = { known: { topic }, revision }
    const { db, actor, now, locale } = c.var
    const known = { slug: topic.slug, revision }
    const kept = await keepTopic(db, actor, { report, typed, known }, now)
    if (kept.ok) return c.redirect(`${topicAddresses(locale, report).edited(topic)}?done=kept`, 303)
    // Only who is told of it may replace what somebody else made of it.
    const told = kept.problems.some(({ problem }) => problem === 'changed-since')
    const next = told ? { known: { topic } } : shown
    return showWords(c, report, { ...next, typed, problems: kept.problems })
  })
  .get(`${one}/publication`, async (c) => showPublication(c, await requireKeptTopic(c), null))
  .post(`${one}/publication`, async (c) => {
    const revision = parseRevision(await c.req.parseBody({ all: true }))
    const subject = await requireKeptTopic(c)
    const { report, topic } = subject
    const { db, actor, now, locale } = c.var
    const published = await publishTopic(db, actor, { report, slug: topic.slug, revision }, now)
    if (!published.ok) return showPublication(c, subject, published.problem)
    return c.redirect(`${topicAddresses(locale, report).edited(topic)}?done=published`, 303)
  })

/** The report of the address, for those who may keep its topics; not found for others. */
async function requireKept(c: Context<Env>): Promise<Report> {
  const report = await requireReport(c.var.db, c.req.param('slug') ?? '')
  authorize(c.var.actor, 'topic.keep', { reportId: report.id })
  return report
}

/** The topic of the address, for those who may keep it. */
export async function requireKeptTopic(c: Context<Env>): Promise<TopicSubject> {
  await requireKept(c)
  return requireTopic(c)
}

type Showing = {
  known: { topic: Topic } | { key: string }
  /** The revision that was read; that of the topic as it stands where nothing else is said. */
  revision?: number
  typed: TypedTopic
  problems: readonly KeepTopicProblem[]
}

function showWords(c: Context<Env>, report: Report, { known, revision, ...shown }: Showing) {
  const there = topicAddresses(c.var.locale, report)
  const page = (
    <WordsPage
      frame={frameOf(c, 'key' in known ? there.beginning : there.words(known.topic))}
      report={report}
      known={known}
      revision={revision ?? ('key' in known ? 1 : known.topic.revision)}
      {...shown}
    />
  )
  return sendPage(c, page, shown.problems.length > 0 ? 422 : 200)
}

async function showPublication(
  c: Context<Env>,
  subject: TopicSubject,
  problem: PublishTopicProblem | null,
) {
  const { report, topic } = subject
  const page = (
    <PublicationPage
      frame={frameOf(c, topicAddresses(c.var.locale, report).publication(topic))}
      subject={subject}
      extracts={await gatherExtracts(c.var.db, topic)}
      today={dayInParis(c.var.now)}
      problem={problem}
    />
  )
  return sendPage(c, page, problem ? 422 : 200)
}

/** A topic as one would type it. */
function typedOf(topic: Topic, extracts: readonly ExtractOfPassage[]): TypedTopic {
  const { title, assertion, questions, testimonies, beforePublication } = topic
  return {
    title,
    assertion: assertion ?? '',
    questions: questions.join('\n'),
    extracts: extracts.map(({ extract, block }) => ({
      passage: block.id,
      quote: typedQuote(block.text, extract.ranges),
    })),
    testimonies: testimonies.map(({ about, place, ...testimony }) => ({
      ...testimony,
      about: about ?? '',
      place: place ?? '',
    })),
    moderation: beforePublication === null ? 'as-report' : beforePublication ? 'before' : 'after',
  }
}
