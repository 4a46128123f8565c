import type { Losses } from './count-losses.ts'
import { wordSet } from './word-set.ts'

/** Elements that mammoth doesn't know and that hold no words; OLE objects are counted before. */
const wordless = wordSet(`
  permStart permEnd tblPrEx separator continuationSeparator ptab pgNum
  customXmlInsRangeStart customXmlInsRangeEnd customXmlDelRangeStart customXmlDelRangeEnd
  customXmlMoveFromRangeStart customXmlMoveFromRangeEnd
  customXmlMoveToRangeStart customXmlMoveToRangeEnd
  smartTagPr customXmlPr fldData rubyPr rt dirPr bdoPr altChunk subDoc
  lock path fill stroke formulas imagedata handles anchorlock extrusion
  oMath oMathPara OLEObject tab numberingChange del
`)

/** Counts what mammoth warns that it could not read, by the names of the elements. */
export function dropUnread(
  messages: readonly { message: string }[],
  seen: ReadonlyMap<string, number>,
  losses: Losses,
): void {
  for (const { message } of messages) {
    if (message.startsWith('A w:sym element')) losses.drop('unknown symbol')
    if (message.startsWith('Could not find image')) losses.drop('image without alternative')
    const name = /^An unrecognised element was ignored: (?:\{[^}]*\}|\w*:)?([\w.-]+)$/.exec(message)
    const local = name?.[1]
    if (local === undefined || wordless.has(local)) continue
    // mammoth says each name once.
    const count = [...seen].find(([element]) => element.endsWith(`:${local}`))?.[1] ?? 1
    losses.drop(`element ${local}`, count)
  }
}
