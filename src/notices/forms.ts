import { z } from 'zod'
import { cadences, type Cadence, type Weekday } from './cadence.ts'
import { kinds, type Asked } from './subscription.ts'

/** A name that is sent twice is read as it was sent last. */
const last = (sent: unknown) => (Array.isArray(sent) ? sent.at(-1) : sent)

type Body = { [name: string]: unknown }

const askedForm = z.object({
  kind: z.preprocess(last, z.enum(kinds)),
  id: z.preprocess(last, z.string().min(1).max(200)),
})

/** What is asked to be followed; null where the form names nothing. */
export function parseAsked(body: Body): Asked | null {
  const parsed = askedForm.safeParse(body)
  return parsed.success ? parsed.data : null
}

const settingForm = z.object({
  cadence: z.preprocess(last, z.enum(cadences).nullable().catch(null)),
  weekday: z.preprocess(last, z.coerce.number().int().catch(0)),
  answers: z.preprocess(last, z.literal('1').nullable().catch(null)),
})

/** How somebody wants to be told, as they typed it. */
export type TypedSetting = { cadence: Cadence | null; weekday: Weekday | null; answers: boolean }

export function parseSetting(body: Body): TypedSetting {
  const { cadence, weekday, answers } = settingForm.parse(body)
  const day = ([1, 2, 3, 4, 5, 6, 7] as const).find((one) => one === weekday) ?? null
  return { cadence, weekday: day, answers: answers !== null }
}

export const pageForm = z.object({ page: z.coerce.number().int().min(1).max(1_000_000).catch(1) })
