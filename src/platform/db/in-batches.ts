/** Rows that fit into one statement: PostgreSQL takes at most 65,535 parameters. */
export function inBatches<T>(rows: readonly T[], size = 2000): T[][] {
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, at) =>
    rows.slice(at * size, (at + 1) * size),
  )
}
