/** What a spreadsheet would work out instead of showing it; behind apostrophes, what was written with one too many. */
const formula = /^'*[=+\-@\t\r]/

/** A cell of comma-separated values (RFC 4180) that no spreadsheet takes for a formula: an apostrophe goes before it. */
export function csvCell(value: string): string {
  const plain = formula.test(value) ? `'${value}` : value
  return /[",;\t\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}

/** What `csvCell` was given. */
export function readCsvCell(cell: string): string {
  return cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell
}
