import { z } from 'zod'
import { noCauses, readNumbers, type TypedCauses } from './cause.ts'
import { insertedKinds, type Described } from './text-change.ts'

/** A control that browsers send as CRLF is read with LF; a name that is sent twice, as it was sent last. */
const text = z.preprocess(
  (sent) => (Array.isArray(sent) ? sent.at(-1) : sent),
  z
    .string()
    .catch('')
    .transform((typed) => typed.replaceAll('\r\n', '\n')),
)
const step = z.enum(['preview', 'apply']).catch('preview')
/** See `digestOf`; in hexadecimal. */
const hash = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .catch('')

const causes = {
  contributions: text,
  citation: text,
  link: text,
  erratum: text.transform((ticked) => ticked === 'yes'),
  reason: text,
}
/** What a passage is, where the form asks. */
const described = {
  kind: z.enum(insertedKinds).nullable().catch(null),
  level: z.coerce.number().int().min(1).max(6).catch(1),
}
/** A block's id; null where none is named: the start of the text. */
const blockId = z
  .string()
  .regex(/^[0-9a-z]{10}$/)
  .nullable()
  .catch(null)

const onlyCauses = z.object(causes)
const edit = z.object({ ...causes, ...described, wording: text, read: hash, step })
const inserted = z.object({
  ...causes,
  ...described,
  wording: text,
  after: blockId,
  id: blockId,
  step,
})
const removal = z.object({ ...causes, whole: text.transform((all) => all === 'yes'), read: hash })
const placed = z.object({ ...causes, after: blockId, read: hash })
const split = z.object({
  ...causes,
  cut: z.coerce.number().int().min(1).max(1_000_000).nullable().catch(null),
  other: blockId,
  read: hash,
  step,
})
const merger = z.object({ ...causes, other: blockId, read: hash })

export type Step = z.output<typeof step>

/** `read`: stands for what was read (`digestOf`), so that what somebody changed meanwhile is not overwritten. */
type Common = { typed: TypedCauses; read: string }

/** What was sent of a block's new wording. */
export type EditForm = Common & Described & { step: Step }
/** `id`: the new passage's own, made with the form, so that sending it twice puts in one. */
export type InsertionForm = Described & {
  typed: TypedCauses
  after: string | null
  id: string | null
  step: Step
}
export type RemovalForm = Common & { whole: boolean }
export type PlaceForm = Common & { after: string | null }
/** `other`: the second piece's own id, made with the form, so that sending it twice cuts once. */
export type SplitForm = Common & { cut: number | null; other: string | null; step: Step }
/** `other`: the passage that becomes a part of the one before it. */
export type MergerForm = Common & { other: string | null }

type Body = { [name: string]: unknown }

export function parseEdit(body: Body): EditForm {
  const { wording, kind, level, read, step, ...typed } = edit.parse(body)
  return { typed, wording, kind, level, read, step }
}

export function parseInsertion(body: Body): InsertionForm {
  const { wording, kind, level, after, id, step, ...typed } = inserted.parse(body)
  return { typed, wording, kind, level, after, id, step }
}

export function parseRemoval(body: Body): RemovalForm {
  const { whole, read, ...typed } = removal.parse(body)
  return { typed, whole, read }
}

/** Of a passage that is moved or put back. */
export function parsePlace(body: Body): PlaceForm {
  const { after, read, ...typed } = placed.parse(body)
  return { typed, after, read }
}

export function parseSplit(body: Body): SplitForm {
  const { cut, other, read, step, ...typed } = split.parse(body)
  return { typed, cut, other, read, step }
}

export function parseMerger(body: Body): MergerForm {
  const { other, read, ...typed } = merger.parse(body)
  return { typed, other, read }
}

/** Of a change that is taken back: only why. */
export function parseCauses(body: Body): TypedCauses {
  return onlyCauses.parse(body)
}

/** `?after=…`: the block that a passage is to stand behind. */
export function parseAfter(asked: string | undefined): string | null {
  return blockId.parse(asked)
}

export function parseNumbers(body: Body): string {
  return text.parse(body['contributions'])
}

/** `?because=12,15`: the contributions for which one came. */
export function becauseOf(asked: string | undefined): TypedCauses {
  const numbers = readNumbers(asked ?? '') ?? []
  return { ...noCauses, contributions: numbers.join(', ') }
}

/** Which of the changes are looked at: `file`, those that only a file has caused. */
export type Looked = { page: number; causes: 'file' | null }

const pageNumber = z.coerce.number().int().min(1).max(1_000_000).catch(1)
const looked = z.object({ page: pageNumber, causes: z.literal('file').nullable().catch(null) })

export function parseLooked(query: Body): Looked {
  return looked.parse(query)
}

const view = z.object({ page: pageNumber.nullable().catch(null), at: blockId, moving: blockId })

/** Where in the working text one looks, and for which passage a new place is sought. */
export type TextView = { page: number | null; at: string | null; moving: string | null }

export function parseView({ page, ...query }: Body): TextView {
  return view.parse({ ...query, page: page === undefined ? null : page })
}
