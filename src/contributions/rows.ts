/** A table's rows as a form shows them: « | » between cells, «\|» for a bar within one. */
export function showRows(text: string): string {
  return text.replaceAll('|', String.raw`\|`).replaceAll('\t', ' | ')
}

/** What was typed for a table's rows, with TABs between its cells. */
export function readRows(typed: string): string {
  const rows = typed.split('\n').map((row) => row.split(/(?<!\\)\||\t/).map(readCell))
  return rows.map((cells) => cells.join('\t')).join('\n')
}

function readCell(cell: string): string {
  return cell.replaceAll(/^ | $/g, '').replaceAll(String.raw`\|`, '|')
}
