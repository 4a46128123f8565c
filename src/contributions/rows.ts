/** A table's rows as a form shows them: « | » between cells, «\|» for a bar within one. */
export function showRows(text: string): string {
  return text.replaceAll('|', String.raw`\|`).replaceAll('\t', ' | ')
}

/**
 * What was typed for a table's rows, with TABs between its cells. Bars at both ends of a line, as Markdown has them,
 * are no cells; rows as they are shown have a space there, before an empty first cell and after an empty last one.
 */
export function readRows(typed: string): string {
  const lines = typed.split('\n').map((row) => row.replace(/^\|(.*)(?<!\\)\|$/, '$1'))
  const rows = lines.map((row) => row.split(/(?<!\\)\||\t/).map(readCell))
  return rows.map((cells) => cells.join('\t')).join('\n')
}

function readCell(cell: string): string {
  return cell.replaceAll(/^ | $/g, '').replaceAll(String.raw`\|`, '|')
}
