import { z } from 'zod'
import type { ContestOutcome, Typed } from './ban.ts'
import type { TypedWarning } from './warning.ts'

/** A name that is sent twice is read as it was sent last. */
const last = (sent: unknown) => (Array.isArray(sent) ? sent.at(-1) : sent)

const text = z.preprocess(
  last,
  z
    .string()
    .catch('')
    .transform((typed) => typed.replaceAll('\r\n', '\n')),
)

const largest = 2_000_000_000
const number = z.coerce.number().int().min(1).max(largest)
const id = z.preprocess(last, number.nullable().catch(null))

const banForm = z.object({
  scope: z.preprocess(last, z.enum(['report', 'site']).nullable().catch(null)),
  rule: id,
  until: text,
  basis: z.preprocess(
    last,
    z
      .union([z.literal('grave'), number])
      .nullable()
      .catch(null),
  ),
  grave: text,
  reason: text,
  seen: id,
  step: z.preprocess(last, z.enum(['look', 'set', 'edit']).catch('look')),
})

type Body = { [name: string]: unknown }

/** `step`: `look` at what it does, `set` it, or go back to `edit` the form. */
export function parseBan(body: Body): { typed: Typed; step: 'look' | 'set' | 'edit' } {
  const { step, ...typed } = banForm.parse(body)
  return { typed, step }
}

const warningForm = z.object({ rule: id, reason: text, seen: id })

export function parseWarning(body: Body): TypedWarning {
  return warningForm.parse(body)
}

const wordsForm = z.object({
  words: text,
  reason: text,
  outcome: z.preprocess(last, z.enum(['upheld', 'ended']).nullable().catch(null)),
})

/** What is said against a ban, or of it. */
export function parseWords(body: Body): {
  words: string
  reason: string
  outcome: ContestOutcome | null
} {
  return wordsForm.parse(body)
}
