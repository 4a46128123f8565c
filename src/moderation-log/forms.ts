import { z } from 'zod'
import { outcomes, type Asked } from './log.ts'

const query = z.object({
  outcome: z.enum(outcomes).nullable().catch(null),
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .nullable()
    .catch(null),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
})

/** What of the log is asked for. */
export function parseAsked(given: { [name: string]: unknown }): Asked & { page: number } {
  return query.parse(given)
}
