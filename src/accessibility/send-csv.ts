import type { Context } from 'hono'
import type { Env } from '../request.ts'

/** A table to be kept: with the mark by which spreadsheets know that it is in UTF-8. */
export function sendCsv(c: Context<Env>, audit: number, csv: string) {
  return c.body(`\u{FEFF}${csv}`, 200, {
    'Content-Type': 'text/csv; charset=utf-8; header=present',
    'Content-Disposition': `attachment; filename="audit-${audit}.csv"`,
  })
}
