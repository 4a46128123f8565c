/** Within a block, what is not of its text: its margin, labels, a note's number, what script adds. */
const besides = '.gloss, .label, .aside, .selected-words'

/**
 * The plain text of what stands in a block, as the server keeps it: cells joined by TAB, rows and lines by LF.
 * Of a part of a block, from its beginning, it is as long as the offset where that part ends.
 */
export function plainTextOf(root: Node): string {
  let text = ''
  let rows = 0
  const read = (node: Node): void => {
    if (node instanceof Text) text += node.data
    if (node instanceof HTMLElement) {
      if (node.matches(besides)) return
      if (node instanceof HTMLBRElement) text += '\n'
      if (node instanceof HTMLTableRowElement && (rows += 1) > 1) text += '\n'
      if (node instanceof HTMLTableCellElement && node.previousElementSibling) text += '\t'
    }
    for (const child of node.childNodes) read(child)
  }
  read(root)
  return text
}

/** Where a range within a block begins and ends in its plain text, in UTF-16 units. */
export function offsetsIn(block: HTMLElement, range: Range): { start: number; end: number } {
  return {
    start: offsetOf(block, range.startContainer, range.startOffset),
    end: offsetOf(block, range.endContainer, range.endOffset),
  }
}

function offsetOf(block: HTMLElement, node: Node, offset: number): number {
  const before = document.createRange()
  before.setStart(block, 0)
  before.setEnd(node, offset)
  return plainTextOf(before.cloneContents()).length
}
