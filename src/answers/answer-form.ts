import { z } from 'zod'
import { isBlank } from '../text/index.ts'
import { decisions, largestGroup, type About, type Decision, type Read } from './answer.ts'
import type { Finished } from './plan-finished.ts'
import { readBack } from './selection.ts'

const text = z
  .string()
  .catch('')
  .transform((typed) => typed.replaceAll('\r\n', '\n'))

const form = z.object({
  decision: z.enum(decisions).nullable().catch(null),
  reason: text,
  wording: text,
  whole: text,
  stands: text,
  back: text.transform(readBack),
})

export type AnswerForm = {
  answering: Read[]
  decision: Decision | null
  reason: string
  /** The queue's query that is gone back to. */
  back: string
  /** Wordings that were typed in fields which a refusal took off the form; they go with it, each once. */
  typed: string[]
  /** The group or controversy that is answered with them. */
  about: About | null
} & Finished

/** Reads a form that was sent. Each contribution comes as `c=12`, the revision read as `revision=12.3`. */
export function parseAnswerForm(body: { [name: string]: unknown }): AnswerForm {
  const { c, revision, typed, group, controversy, ...rest } = body
  const revisions = new Map(
    [revision].flat().flatMap((sent) => {
      const [, number, read] = /^([1-9]\d{0,8})\.([1-9]\d{0,6})$/.exec(String(sent)) ?? []
      return number && read ? [[Number(number), Number(read)] as const] : []
    }),
  )
  const numbers = parseNumbers([c].flat().map(String))
  const answering = numbers.map((number) => ({ number, read: revisions.get(number) ?? 0 }))
  return {
    answering,
    about: parseAbout({ group, controversy }),
    typed: typedOnce([typed].flat().map((one) => text.parse(one))),
    ...form.parse(rest),
  }
}

/** What of it says something, each once. */
export function typedOnce(texts: readonly string[]): string[] {
  return [...new Set(texts.filter((one) => !isBlank(one)))]
}

/** `?c=12&c=15`: contributions by number, each once, in order; one more than a group holds at most. */
export function parseNumbers(sent: readonly string[]): number[] {
  const numbers = sent.filter((one) => /^[1-9]\d{0,8}$/.test(one)).map(Number)
  return [...new Set(numbers)].slice(0, largestGroup + 1).toSorted((one, other) => one - other)
}

const id = z.coerce.number().int().min(1).max(2_000_000_000)

/** `group=3` or `controversy=3`: what is answered as a whole. */
export function parseAbout(sent: { group: unknown; controversy: unknown }): About | null {
  for (const kind of ['group', 'controversy'] as const) {
    const found = id.safeParse([sent[kind]].flat().at(-1)).data
    if (found !== undefined) return { kind, id: found }
  }
  return null
}
