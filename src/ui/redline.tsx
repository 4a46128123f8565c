import type { Child } from 'hono/jsx'
import { inLanguage, inLocale, type Locale } from '../platform/messages.ts'
import {
  cutRaised,
  markRuns,
  raisedIn,
  redline,
  type Mark,
  type MarkedRun,
  type Run,
  type Stretch,
} from '../text/index.ts'
import { cellsInLine } from './cells-in-line.ts'
import { MarkNote, MarkedWords } from './mark-note.tsx'
import { words } from './words.ts'

type Props = {
  locale: Locale
  lang: string
  before: string
  after: string
  /** Where each shows raised signs, as the numbers of notes. */
  raised?: Raised | undefined
}

type Raised = { before: readonly Stretch[]; after: readonly Stretch[] }

export { cellsInLine } from './cells-in-line.ts'

/** What tells a change to whom its colour does not, before its words and after them. */
export function redlineLabels(locale: Locale): { added: string; removed: string; end: string } {
  const say = words(locale)
  return {
    added: `[${say('added')}] `,
    removed: `[${say('removed')}] `,
    end: ` [${say('end-of-change')}] `,
  }
}

/** What was removed and added, told by elements and by words, so that nobody needs to see the colour. */
export function Redline({ locale, lang, before, after, raised }: Props) {
  return (
    <p class="redline" {...inLanguage(lang)}>
      <RedlineRuns
        locale={locale}
        runs={markRuns(unmarked(before), unmarked(after), redline(before, after))}
        raised={raised}
      />
    </p>
  )
}

function unmarked(text: string): Marked {
  return { text, marks: [] }
}

type Marked = { text: string; marks: readonly Mark[] }

type RunsProps = { locale: Locale; runs: readonly MarkedRun[]; raised?: Raised | undefined }

const nothingRaised: Raised = { before: [], after: [] }

/** The runs of a redline, with what became of the marks of words that stayed. */
export function RedlineRuns({ locale, runs, raised = nothingRaised }: RunsProps) {
  return (
    <>
      {runs.map((run, at) => {
        const { op, text, begins, note } = run
        const shown =
          op === 'del' ? (
            <RaisedWords text={text} begins={begins.old} raised={raised.before} />
          ) : (
            <RaisedWords text={text} begins={begins.now} raised={raised.after} />
          )
        if (op === 'same') {
          return (
            <>
              <MarkedWords marks={run}>{shown}</MarkedWords>
              <MarkNote locale={locale} marks={run} />
            </>
          )
        }
        // What is added in its place ends it.
        const ends = op === 'ins' || runs[at + 1]?.op !== 'ins'
        return (
          <ChangedWords locale={locale} op={op} note={note} text={text} ends={ends}>
            {shown}
          </ChangedWords>
        )
      })}
    </>
  )
}

type ChangedProps = {
  locale: Locale
  text: string
  note: Run['note'] | undefined
  op: 'ins' | 'del'
  ends: boolean
  children?: Child
}

function ChangedWords({ locale, op, note, text, ends, children }: ChangedProps) {
  const { added, removed, end } = redlineLabels(locale)
  const Element = op
  return (
    <Element class={note}>
      <span class="label" {...inLocale(locale)}>
        {op === 'ins' ? added : removed}
      </span>
      {text.trim() === '' && text.includes('\n') && <LineBreak locale={locale} />}
      {children}
      {ends && (
        <span class="label" {...inLocale(locale)}>
          {end}
        </span>
      )}
    </Element>
  )
}

/** Nothing of it is seen otherwise. */
function LineBreak({ locale }: { locale: Locale }) {
  return (
    <>
      <span aria-hidden="true">¶</span>
      <span class="label" {...inLocale(locale)}>
        {words(locale)('line-break')}
      </span>
    </>
  )
}

/** Where the texts before and after show raised signs. */
export function raisedOnBoth(before: readonly Mark[], after: readonly Mark[]): Raised {
  return { before: raisedIn(before), after: raisedIn(after) }
}

type WordsProps = { text: string; begins?: number; raised: readonly Stretch[] }

/** Words that begin there in their text, on one line, with what is raised in it. */
export function RaisedWords({ text, begins = 0, raised }: WordsProps) {
  return (
    <>
      {cutRaised(text, begins, raised).map((piece) =>
        piece.raised ? <sup>{piece.text}</sup> : cellsInLine(piece.text),
      )}
    </>
  )
}
