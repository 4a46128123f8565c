import { nameOf } from '../contributions/index.ts'
import { Redline } from '../ui/redline.tsx'
import type { AnswerProps } from './answer-props.ts'
import { wordWhole } from './plan-finished.ts'
import { words } from './words.ts'

/**
 * What the wording that was typed does to the passage as it stands, and because of whom it stands so: who sends
 * it again, after others changed the passage, has seen what it undoes.
 */
export function WouldUndo({ frame: { locale }, report, group, form }: AnswerProps) {
  const { together, changedBy } = group
  if (!together || form.stands === '' || form.decision !== 'accepted-in-part') return null
  const worded = wordWhole(together.now, form.whole ?? '', report.lang)
  if (!worded.ok) return null
  const say = words(locale)
  return (
    <section class="notice" aria-labelledby="would-undo">
      <h2 id="would-undo" class="minor">
        {say('would-undo')}
      </h2>
      <p>{say('would-undo-hint')}</p>
      <Redline
        locale={locale}
        lang={report.lang}
        before={together.now.text}
        after={worded.made.block.text}
      />
      {changedBy.length > 0 && (
        <>
          <p>{say('changed-by')}</p>
          <ul>
            {changedBy.map((contribution) => (
              <li>
                <a href={`/${locale}/contributions/${contribution.number}`}>
                  {nameOf(locale, contribution)}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
