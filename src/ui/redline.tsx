import { inLanguage, inLocale, type Locale } from '../platform/messages.ts'
import { cutRaised, redline, type Run, type Stretch } from '../text/index.ts'
import { cellsInLine } from './cells-in-line.ts'
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

const nothingRaised: Raised = { before: [], after: [] }

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
export function Redline({ locale, lang, before, after, raised = nothingRaised }: Props) {
  const labels = redlineLabels(locale)
  return (
    <p class="redline" {...inLanguage(lang)}>
      {placeRuns(redline(before, after)).map(({ op, text, begins }) => {
        const side = op === 'del' ? 'before' : 'after'
        const shown = <RaisedWords text={text} begins={begins[side]} raised={raised[side]} />
        if (op === 'same') return shown
        const Element = op
        return (
          <Element>
            <span class="label" {...inLocale(locale)}>
              {op === 'ins' ? labels.added : labels.removed}
            </span>
            {shown}
            <span class="label" {...inLocale(locale)}>
              {labels.end}
            </span>
          </Element>
        )
      })}
    </p>
  )
}

type PlacedRun = Run & { begins: Record<keyof Raised, number> }

/** Each run with where it begins in the text before and in the one after. */
function placeRuns(runs: readonly Run[]): PlacedRun[] {
  const begins = { before: 0, after: 0 }
  return runs.map((run) => {
    const placed = { ...run, begins: { ...begins } }
    if (run.op !== 'ins') begins.before += run.text.length
    if (run.op !== 'del') begins.after += run.text.length
    return placed
  })
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
