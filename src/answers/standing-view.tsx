import { inLanguage } from '../platform/messages.ts'
import { startOf, type PlacedBlock } from '../reports/index.ts'
import { raisedIn, sameWords } from '../text/index.ts'
import { cellsInLine, Redline } from '../ui/redline.tsx'
import { addressesOf } from './addresses.ts'
import type { AnswerProps } from './answer-props.ts'
import type { Stayed } from './gather-group.ts'
import { words } from './words.ts'

type Props = Pick<AnswerProps, 'frame' | 'report'> & { now: PlacedBlock; stayed: Stayed }

/** A passage as it stands, against what of it was read: what went elsewhere is not struck out, but named. */
export function StandingView(props: Props) {
  const { frame, stayed } = props
  const say = words(frame.locale)
  return (
    <>
      {stayed.divided && <p>{say('divided-since', { how: stayed.divided })}</p>}
      <Compared {...props} />
      <Beside {...props} />
    </>
  )
}

function Compared({ frame, report, now, stayed: { part } }: Props) {
  if (sameWords(part.text, now.text)) {
    return (
      <blockquote {...inLanguage(report.lang)}>
        <p>{cellsInLine(now.text)}</p>
      </blockquote>
    )
  }
  return (
    <Redline
      locale={frame.locale}
      lang={report.lang}
      before={part.text}
      after={now.text}
      raised={{ before: raisedIn(part.marks), after: raisedIn(now.marks) }}
    />
  )
}

/** The passages that have the rest of what was read. */
function Beside({ frame, report, stayed: { divided, beside } }: Props) {
  if (divided === null || beside.length === 0) return null
  const { textOf } = addressesOf(frame.locale, report)
  return (
    <>
      <p>{words(frame.locale)('divided-rest')}</p>
      <ul>
        {beside.map((block) => (
          <li>
            <a href={textOf(block.id)} {...inLanguage(report.lang)}>
              {startOf(block)}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}
