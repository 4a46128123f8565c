/** Cells of a table's row, joined by TAB, as a line of text shows them. */
export function cellsInLine(text: string): string {
  return text.replaceAll('\t', ' | ')
}
