import { redline } from '../../text/redline.ts'
import type { Run } from '../../text/runs.ts'
import { isWord, tokensOf } from '../../text/tokens.ts'
import { fillIn } from '../../ui/browser/attach.ts'
import { cellsInLine } from '../../ui/cells-in-line.ts'
import { readRows } from '../rows.ts'

/** Milliseconds without a key: before the redline follows, and before it is said what it holds. */
const untilShown = 150
const untilSaid = 1500

/** Shows what the wording would change while it is typed, as the server's preview does. */
export function showLiveRedline(section: HTMLElement): void {
  const form = section.closest('form')
  const wording = form?.querySelector<HTMLTextAreaElement>('[name=wording]')
  const shown = section.querySelector<HTMLElement>('.redline')
  const status = section.querySelector('output')
  if (!form || !wording || !shown || !status) return
  const { current = '', unit, said } = section.dataset

  const read = () => (unit === 'row' ? readRows(wording.value) : wording.value)
  const show = (): Run[] => {
    const runs = redline(current, read())
    shown.replaceChildren(...runs.map((run, at) => drawRun(run, runs[at + 1], section.dataset)))
    section.hidden = false
    return runs
  }
  let showing = 0
  let saying = 0
  wording.addEventListener('input', () => {
    clearTimeout(showing)
    clearTimeout(saying)
    showing = setTimeout(show, untilShown)
    saying = setTimeout(() => (status.textContent = fillIn(said, countWords(show()))), untilSaid)
  })
  // A draft that is gone on with.
  if (read() !== current && !form.querySelector('.preview')) show()
}

function drawRun(
  { op, text, note }: Run,
  next: Run | undefined,
  { added, removed, end }: DOMStringMap,
): Node {
  const words = cellsInLine(text)
  if (op === 'same') return document.createTextNode(words)
  const change = document.createElement(op)
  if (note !== undefined) change.className = note
  change.append(drawLabel(op === 'ins' ? added : removed), words)
  // What is added in its place ends it.
  if (op === 'ins' || next?.op !== 'ins') change.append(drawLabel(end))
  return change
}

/** For whoever does not see the colour. */
function drawLabel(text: string | undefined): HTMLElement {
  const label = document.createElement('span')
  label.className = 'label'
  label.lang = document.documentElement.lang
  label.dir = document.documentElement.dir
  label.textContent = text ?? ''
  return label
}

function countWords(runs: readonly Run[]): { added: number; removed: number } {
  const counted = (op: Run['op']) =>
    runs.filter((run) => run.op === op).flatMap(({ text }) => tokensOf(text).filter(isWord)).length
  return { added: counted('ins'), removed: counted('del') }
}
