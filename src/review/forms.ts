import { z } from 'zod'

const ids = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((given) => [given ?? []].flat())
  .transform((given) => given.filter((id) => /^[1-9]\d{0,8}$/.test(id)).map(Number))
const blockId = z
  .string()
  .regex(/^[0-9a-z]{10}$/)
  .nullable()
  .catch(null)
const page = z.coerce.number().int().min(1).max(1_000_000).catch(1)

export const tabs = ['doubtful', 'decided'] as const

/** Of the review: which passages, and which page of them. */
export const reviewQuery = z.object({ show: z.enum(tabs).catch('doubtful'), page })

/** Where one looks for the place of some anchors (`a`): words, a heading, a passage that was chosen. */
export const placeQuery = z.object({
  q: z
    .string()
    .transform((typed) => typed.trim().slice(0, 200))
    .catch(''),
  under: blockId,
  block: blockId,
})

export const decisionForm = z.object({
  decision: z.enum(['confirmed', 'left', 'attached']).nullable().catch(null),
  block: blockId,
  page,
})

/** Anchors that are named, in a query or in a form: once, or several times. */
export function parseIds(given: unknown): number[] {
  return [...new Set(ids.catch([]).parse(given))]
}
