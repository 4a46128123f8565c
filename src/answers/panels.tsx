import { countByKind, type ContributionSubject } from '../contributions/index.ts'
import { sayPerson } from '../ui/say-person.ts'
import { addressesOf } from './addresses.ts'
import type { About } from './answer.ts'
import { AnsweredWith } from './answered-with.tsx'
import { Markdown } from '../ui/markdown.tsx'
import { can } from '../permissions.ts'
import { sayDate } from '../platform/messages.ts'
import {
  contributionsBehind,
  findLatestEdition,
  listChangesCausedBy,
  listEditionBlocks,
  listReports,
  type PassageSubject,
  type Report,
  type ReportSubject,
} from '../reports/index.ts'
import type { Panel, Viewing } from '../request.ts'
import { isHeading } from '../text/index.ts'
import { addressOfAbout, findAbout } from './find-about.ts'
import { countIn, idsUnder } from './selection.ts'
import { sayDecision } from './say-decision.ts'
import { sayNumbers } from './say-numbers.ts'
import { findAnswerTo } from './store.ts'
import { words } from './words.ts'

/** The answer on a contribution's page, or that it is still owed. */
export const answerGiven: Panel<ContributionSubject> = async (
  { db, locale, actor },
  { report, contribution },
) => {
  const say = words(locale)
  const answer = await findAnswerTo(db, contribution.number)
  const open = contribution.state === 'published'
  // What readers say to each other need not be answered, and what is no longer public cannot be.
  if (!answer && (!open || contribution.replyTo !== null)) return null
  const mayAnswer = !answer && can(actor, 'contribution.answer', { reportId: report.id })
  return (
    <section aria-labelledby="answer-title">
      <h2 id="answer-title">{say('answer')}</h2>
      {answer ? (
        <div class={`answer ${answer.decision}`}>
          <p class="decision">{sayDecision(locale, answer.decision, [contribution])}</p>
          {await AnsweredWith({ db, locale, answer, number: contribution.number })}
          {answer.about && (await GivenAsOne({ db, locale, report, about: answer.about }))}
          {answer.decision === 'accepted-in-part' &&
            (await AlsoCausedBy({ db, locale, contribution }))}
          <Markdown source={answer.reason} lang={report.lang} />
          <p class="byline">
            {say('answered-by', {
              name: sayPerson(locale, answer.answeredBy),
              date: sayDate(locale, answer.answeredAt),
            })}
          </p>
        </div>
      ) : (
        <p class="empty">{say('no-answer-yet')}</p>
      )}
      {mayAnswer && (
        <p>
          <a class="button" href={addressesOf(locale, report).answering([contribution.number])}>
            {say('give-answer')}
          </a>
        </p>
      )}
    </section>
  )
}

type AsOneProps = Pick<Viewing, 'db' | 'locale'> & { report: Report; about: About }

/** That the answer was given to a group or a controversy as a whole; one that was dissolved since is still read at its address. */
async function GivenAsOne({ db, locale, report, about }: AsOneProps) {
  const found = await findAbout(db, report.id, about)
  return (
    <p class="fine">
      {words(locale)('answers-as-one', { kind: about.kind })}{' '}
      <a href={addressOfAbout(locale, report, about)} lang={found && report.lang}>
        {found?.title ?? words(locale)('numbered', { number: about.id })}
      </a>
    </p>
  )
}

type AlsoProps = Pick<Viewing, 'db' | 'locale'> & Pick<ContributionSubject, 'contribution'>

/** What else caused the change that the editors made of it in words of their own, where something did. */
async function AlsoCausedBy({ db, locale, contribution: { number } }: AlsoProps) {
  const changes = (await listChangesCausedBy(db, number)).filter(({ byHand }) => byHand)
  const others = new Set(changes.flatMap(contributionsBehind).filter((one) => one !== number))
  if (others.size === 0) return null
  return (
    <p class="fine">
      {words(locale)('made-together', {
        count: others.size,
        numbers: sayNumbers(locale, [...others]),
      })}
    </p>
  )
}

/** The way into the workshop, for those who work there. */
export const workshopLink: Panel<ReportSubject> = async ({ locale, actor }, { report }) =>
  can(actor, 'workshop.open', { reportId: report.id }) ? (
    <p>
      <a class="button" href={`/${locale}/workshop/reports/${report.slug}`}>
        {words(locale)('open-workshop')}
      </a>
    </p>
  ) : null

/** In somebody's account: the workshops that are theirs. */
export const ownWorkshops: Panel<{ personId: number }> = async ({ db, locale, actor }) => {
  const theirs = (await listReports(db)).filter(({ id }) =>
    can(actor, 'workshop.open', { reportId: id }),
  )
  if (theirs.length === 0) return null
  return (
    <section aria-labelledby="own-workshops">
      <h2 id="own-workshops">{words(locale)('own-workshops')}</h2>
      <ul>
        {theirs.map((report) => (
          <li>
            <a href={addressesOf(locale, report).queue} lang={report.lang}>
              {report.title}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** On a passage, for the editors: what waits there for their answer, and below it where it is a heading. */
export const waitingHere: Panel<PassageSubject> = async ({ db, locale, actor }, subject) => {
  const { report, block } = subject
  if (!can(actor, 'workshop.open', { reportId: report.id })) return null
  // As the queue lists them, whichever edition is read here.
  const latest = await findLatestEdition(db, report.id)
  if (!latest) return null
  const blocks = isHeading(block) ? await listEditionBlocks(db, latest.id) : [block]
  const counts = await countByKind(db, {
    reportId: report.id,
    on: { editionId: latest.id, blockIds: idsUnder(blocks, block.id), withLost: true },
  })
  const count = countIn(counts, { kind: null, answered: false })
  if (count === 0) return null
  return (
    <p>
      <a href={`${addressesOf(locale, report).queue}?under=${block.id}`}>
        {words(locale)('waiting-here', { count })}
      </a>
    </p>
  )
}
