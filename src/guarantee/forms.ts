import { z } from 'zod'
import type { TypedOpinion } from './opinion.ts'

/** A name that is sent twice is read as it was sent last. */
const last = (sent: unknown) => (Array.isArray(sent) ? sent.at(-1) : sent)

const text = z.preprocess(
  last,
  z
    .string()
    .catch('')
    .transform((typed) => typed.replaceAll('\r\n', '\n')),
)

const opinionForm = z.object({
  title: text,
  body: text,
  lang: text,
  edition: z.preprocess(
    last,
    z
      .string()
      .regex(/^[1-9]\d{0,8}$/)
      .or(z.literal(''))
      .catch(''),
  ),
  reason: text,
  key: z.preprocess(last, z.string().min(16).max(100).catch('')),
  read: z.preprocess(last, z.coerce.number().int().min(1).max(1_000_000).catch(0)),
})

export function parseOpinion(body: { [name: string]: unknown }): TypedOpinion {
  return opinionForm.parse(body)
}

/** Which version of an opinion an address asks for; null for the newest. */
export function parseVersion(given: string | undefined): number | null {
  return given !== undefined && /^[1-9]\d{0,5}$/.test(given) ? Number(given) : null
}
