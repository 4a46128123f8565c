import { z } from 'zod'
import type { AlikeDone } from './alike.ts'
import { choices, type TypedDecision } from './decision.ts'
import type { TypedAnswer } from './appeal.ts'
import { appealOutcomes } from './appeal.ts'
import type { TypedFlag, TypedVerdict } from './flag.ts'
import type { TypedSetting } from './setting.ts'
import { queueGrounds, type QueueGround } from './waiting.ts'

/** A name that is sent twice is read as it was sent last. */
const last = (sent: unknown) => (Array.isArray(sent) ? sent.at(-1) : sent)

const text = z.preprocess(
  last,
  z
    .string()
    .catch('')
    .transform((typed) => typed.replaceAll('\r\n', '\n')),
)

const chosen = z.preprocess(
  (sent) => [sent ?? []].flat(),
  z
    .array(z.string().catch(''))
    .catch([])
    .transform((sent) => sent.filter((one) => /^[1-9]\d{0,8}$/.test(one)).map(Number)),
)

const id = z.preprocess(last, z.coerce.number().int().min(0).max(2_000_000_000).catch(0))

/** Numbers with commas between them. */
const ids = z.preprocess(
  last,
  z
    .string()
    .max(20_000)
    .catch('')
    .transform((sent) =>
      sent.split(',').flatMap((one) => (/^[1-9]\d{0,8}$/.test(one) ? [Number(one)] : [])),
    ),
)

const groundChoice = z.preprocess(
  last,
  z
    .union([z.literal('law'), z.coerce.number().int().min(1).max(2_000_000_000)])
    .nullable()
    .catch(null),
)

const decisionForm = z.object({
  choice: z.preprocess(last, z.enum(choices).nullable().catch(null)),
  ground: groundChoice,
  law: text,
  sentence: z.preprocess((sent) => [sent ?? []].flat(), z.array(z.string().catch('')).catch([])),
  words: text,
  file: chosen,
  reason: text,
  read: id,
  seen: id.transform((seen) => (seen === 0 ? null : seen)),
  flags: ids,
  from: z.preprocess(last, z.literal('queue').nullable().catch(null)),
  decision: id,
})

type Body = { [name: string]: unknown }

/** As a moderator sent it; `fromQueue`: the next one is shown afterwards; `decision`: the one that is undone. */
export function parseDecision(body: Body): {
  typed: TypedDecision
  fromQueue: boolean
  decision: number
} {
  const { from, decision, sentence, words, file, ...rest } = decisionForm.parse(body)
  const typed = { ...rest, cut: { sentences: sentence, words, files: file } }
  return { typed, fromQueue: from === 'queue', decision }
}

const alikeForm = z.object({
  // Of an address, too, and there nothing has been taken out that a database cannot hold.
  pattern: text.transform((sent) => sent.replaceAll('\0', '').slice(0, 300)),
  // A moment in milliseconds.
  at: z.preprocess(last, z.coerce.number().int().min(1).max(8e15).nullable().catch(null)),
  number: chosen,
})

/** What contributions have in common that are decided on at once, when they were listed, or decided on, and which were chosen. */
export function parseAlike(body: Body): { pattern: string; at: Date | null; numbers: number[] } {
  const { pattern, at, number } = alikeForm.parse(body)
  return { pattern, at: at === null ? null : new Date(at), numbers: number }
}

const count = z.coerce.number().int().min(0).max(1_000_000)
const alikeDoneForm = z
  .object({ what: z.enum(['decided', 'undone', 'untouched']), done: count, of: count })
  .nullable()
  .catch(null)

export function parseAlikeDone(query: Body): AlikeDone | null {
  return alikeDoneForm.parse(query)
}

const settingForm = z.object({
  mode: z.preprocess(last, z.enum(['before', 'after']).nullable().catch(null)),
  days: text,
})

export function parseSetting(body: Body): TypedSetting {
  return settingForm.parse(body)
}

const pageForm = z.object({ page: z.coerce.number().int().min(1).max(1_000_000).catch(1) })

export function parsePage(query: Body): number {
  return pageForm.parse(query).page
}

/** The version that a form was opened with. */
export function parseRead(body: Body): number {
  return id.parse(body['read'])
}

const groundForm = z.object({ ground: z.enum(queueGrounds).nullable().catch(null) })

export function parseGround(query: Body): QueueGround | null {
  return groundForm.parse(query).ground
}

const tickedForm = z.preprocess((sent) => [sent ?? []].flat(), z.array(z.string()).catch([]))

/** Those of the queue that were ticked, each with the revision and the decision that were listed. */
export function parseTicked(body: Body): { number: number; read: number; seen: number | null }[] {
  return tickedForm.parse(body['publish']).flatMap((sent) => {
    const [, ...parts] = /^([1-9]\d{0,8})\.([1-9]\d{0,8})\.(\d{1,9})$/.exec(sent) ?? []
    const [number = 0, read = 0, seen = 0] = parts.map(Number)
    return number > 0 ? [{ number, read, seen: seen === 0 ? null : seen }] : []
  })
}

const ticked = z.preprocess(last, z.string().optional()).transform((sent) => sent !== undefined)

const flagForm = z.object({
  ground: groundChoice,
  law: text,
  grave: ticked,
  explanation: text,
  words: text,
  name: text,
  email: text,
  goodFaith: ticked,
  read: id,
})

export function parseFlag(body: Body): TypedFlag {
  return flagForm.parse(body)
}

/** The key of a form; empty where it has none. */
export function parseKey(body: Body): string {
  return text.parse(body['key']).slice(0, 100)
}

const verdictForm = z.object({
  outcome: z.preprocess(last, z.enum(['upheld', 'dismissed']).nullable().catch(null)),
  reason: text,
  flags: ids,
})

export function parseVerdict(body: Body): TypedVerdict {
  return verdictForm.parse(body)
}

/** Which verdict on flags is taken back. */
export function parseUndoing(body: Body): number {
  return id.parse(body['verdict'])
}

/** Which of their own flags somebody follows. */
export function parseReference(body: Body): string {
  return text.parse(body['reference'])
}

export function parseReason(body: Body): string {
  return text.parse(body['reason'])
}

const answerForm = z.object({
  outcome: z.preprocess(last, z.enum(appealOutcomes).nullable().catch(null)),
  answer: text,
  ground: groundChoice,
  law: text,
})

export function parseAnswer(body: Body): TypedAnswer {
  return answerForm.parse(body)
}
