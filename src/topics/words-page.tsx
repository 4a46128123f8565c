import type { Report } from '../reports/index.ts'
import { ChangedSince } from '../ui/changed-since.tsx'
import type { Frame } from '../ui/layout.tsx'
import { topicAddresses } from './addresses.ts'
import { FormFrame } from './form-frame.tsx'
import type { KeepTopicProblem } from './keep-topic.ts'
import { sayTopicProblems } from './say-problem.ts'
import type { Topic, TypedTopic } from './topic.ts'
import { TopicFields } from './topic-fields.tsx'
import { words } from './words.ts'

type Props = {
  frame: Frame
  report: Report
  /** As it stands now; or the key under which one is begun. */
  known: { topic: Topic } | { key: string }
  /** The revision that is replaced when this is kept. */
  revision: number
  typed: TypedTopic
  problems: readonly KeepTopicProblem[]
}

/** What a topic says, to be written or changed. */
export function WordsPage(props: Props) {
  const { frame, report, known, revision, typed } = props
  const { locale } = frame
  const say = words(locale)
  const there = topicAddresses(locale, report)
  const isNew = 'key' in known
  const topic = isNew ? null : known.topic
  const problems = sayTopicProblems(locale, props.problems)
  const action = topic ? there.words(topic) : there.workshop
  const changed = props.problems.some(({ problem }) => problem === 'changed-since')
  return (
    <FormFrame
      {...{ frame, report, topic, problems }}
      title={say(isNew ? 'begin-title' : 'words-title')}
    >
      {topic && changed && <ChangedSince locale={locale} href={there.topic(topic)} by={null} />}
      <p class="lead">{say('words-lead')}</p>
      <form method="post" action={action} class="stacked">
        <TopicFields {...{ locale, typed, problems }} lang={report.lang} />
        {isNew ? (
          <input type="hidden" name="key" value={known.key} />
        ) : (
          <input type="hidden" name="revision" value={String(revision)} />
        )}
        <div class="actions">
          <button type="submit">{say(isNew ? 'begin' : 'save')}</button>
          <a href={topic ? there.edited(topic) : there.workshop}>{say('give-up')}</a>
        </div>
      </form>
    </FormFrame>
  )
}
