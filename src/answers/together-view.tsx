import { inLanguage } from '../platform/messages.ts'
import { sameWords } from '../text/index.ts'
import { cellsInLine } from '../ui/redline.tsx'
import type { AnswerProps } from './answer-props.ts'
import { StandingView } from './standing-view.tsx'
import { words } from './words.ts'

/** The passage as it was read and as it stands, where the answer can make one wording of several. */
export function TogetherView({ frame, report, group: { together } }: AnswerProps) {
  if (!together) return null
  const { amendments, read, now, stayed, conflict } = together
  const [first] = amendments
  const { locale } = frame
  const say = words(locale)
  const same = stayed.divided === null && sameWords(read.text, now.text)
  const count = amendments.length
  return (
    <section class="together" aria-labelledby="together">
      <h2 id="together">{say(conflict ? 'in-conflict' : 'go-together', { count })}</h2>
      <p class="hint">{say(conflict ? 'in-conflict-hint' : 'go-together-hint', { count })}</p>
      <figure class="spoken-of">
        <figcaption>
          {say(same ? 'passage-stands' : 'passage-as-read', { edition: first?.editionNumber ?? 0 })}
        </figcaption>
        <blockquote {...inLanguage(report.lang)}>
          <p>{cellsInLine(read.text)}</p>
        </blockquote>
      </figure>
      {!same && (
        <figure class="spoken-of">
          <figcaption>{say('passage-as-it-stands')}</figcaption>
          <StandingView frame={frame} report={report} now={now} stayed={stayed} />
        </figure>
      )}
    </section>
  )
}
