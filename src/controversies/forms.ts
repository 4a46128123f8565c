import { z } from 'zod'
import { newToken } from '../platform/ids.ts'
import { mostPositions, type TypedContent } from './controversy.ts'
import { places, type TypedSettlement } from './settlement.ts'

type Body = { [name: string]: unknown }

/** A name that is sent twice is read as it was sent last. */
const last = (sent: unknown) => (Array.isArray(sent) ? sent.at(-1) : sent)

const text = z.preprocess(
  last,
  z
    .string()
    .catch('')
    .transform((typed) => typed.replaceAll('\r\n', '\n')),
)

export function parseContent(body: Body): TypedContent {
  return {
    question: text.parse(body['question']),
    lead: text.parse(body['lead']),
    positions: Array.from({ length: mostPositions }, (_none, at) => ({
      statement: text.parse(body[`statement-${at + 1}`]),
      numbers: text.parse(body[`numbers-${at + 1}`]),
    })),
  }
}

const settlementForm = z.object({
  day: text,
  month: text,
  year: text,
  where: z.preprocess(last, z.enum(places).nullable().catch(null)),
  edition: text,
  answered: text,
  link: text,
  how: text,
})

export function parseSettlement(body: Body): TypedSettlement {
  return settlementForm.parse(body)
}

const key = z.preprocess(last, z.string().regex(/^[\w-]{16,60}$/))

/** The key of the form that was sent; one of its own for a form that has none. */
export function parseKey(body: Body): string {
  return key.safeParse(body['key']).data ?? newToken()
}

const read = z.preprocess(last, z.coerce.number().int().min(1).max(2_000_000_000).catch(0))

/** Which revision was read; 0, which there never is, where nobody can tell. */
export function parseRead(body: Body): number {
  return read.parse(body['read'])
}

export const pageForm = z.object({ page: z.coerce.number().int().min(1).max(1_000_000).catch(1) })

export function parseId(given: string | undefined): number | null {
  return given !== undefined && /^[1-9]\d{0,8}$/.test(given) ? Number(given) : null
}

/** `?c=12&c=15`: contributions that were ticked. */
export function parseTicked(sent: readonly string[]): number[] {
  const numbers = sent.slice(0, 200).filter((one) => /^[1-9]\d{0,8}$/.test(one))
  return [...new Set(numbers.map(Number))].toSorted((one, other) => one - other)
}
