import type { ContributionSubject } from '../contributions/index.ts'
import { Markdown } from '../ui/markdown.tsx'
import { can } from '../permissions.ts'
import { sayDate } from '../platform/messages.ts'
import type { ReportSubject } from '../reports/index.ts'
import type { Panel } from '../request.ts'
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
          <p class="decision">{say(answer.decision)}</p>
          <Markdown source={answer.reason} lang={report.lang} />
          <p class="byline">
            {say('answered-by', {
              name: answer.answeredBy,
              date: sayDate(locale, answer.answeredAt),
            })}
          </p>
        </div>
      ) : (
        <p class="empty">{say('no-answer-yet')}</p>
      )}
      {mayAnswer && (
        <p>
          <a
            class="button"
            href={`/${locale}/workshop/contributions/${contribution.number}/answer`}
          >
            {say('give-answer')}
          </a>
        </p>
      )}
    </section>
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
