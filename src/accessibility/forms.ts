import { z } from 'zod'
import { auditLimits, type TypedAudit } from './audit.ts'
import type { AutomatedResults } from './automated.ts'
import type { TypedFinding } from './finding.ts'
import type { Setting } from './setting.ts'

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

const settingForm = z.object({ email: text, address: text, planAddress: text })

const readForm = z.object({
  read: z.preprocess(last, z.coerce.number().int().min(0).max(2_000_000_000).catch(0)),
})

export function parseSetting(body: Body): { read: number; typed: Setting } {
  return { ...readForm.parse(body), typed: settingForm.parse(body) }
}

const factsForm = z.object({
  auditedOn: text,
  auditor: text,
  reference: text,
  method: text,
  exempted: text,
})

/** The highest number that a page of an audit can have. */
const pageNumbers = Array.from({ length: auditLimits.pages }, (_, at) => at + 1)

export function parseAudit(body: Body): TypedAudit {
  const pages = pageNumbers.map((number) => ({
    number,
    title: text.parse(body[`title.${number}`]),
    address: text.parse(body[`address.${number}`]),
  }))
  return { ...factsForm.parse(body), pages }
}

/** More than any theme has criteria, and the rows for what an audit names itself. */
const mostRows = 150

const goForm = z.object({ go: z.preprocess(last, z.enum(['next', 'rest', 'stay']).catch('stay')) })

/** The rows of a form, in their order, as they were sent. */
export function parseFindings(body: Body): {
  go: 'next' | 'rest' | 'stay'
  typed: TypedFinding[]
} {
  const typed = Array.from({ length: mostRows }, (_, at) => ({
    criterion: text.parse(body[`criterion.${at}`]),
    result: text.parse(body[`result.${at}`]),
    note: text.parse(body[`note.${at}`]),
    derogation: text.parse(body[`derogation.${at}`]),
    remedyOn: text.parse(body[`remedy.${at}`]),
  }))
  return { ...goForm.parse(body), typed: typed.filter(isSent) }
}

function isSent({ criterion, result, note }: TypedFinding): boolean {
  return criterion.trim() !== '' || result !== '' || note.trim() !== ''
}

export function parseCsv(body: Body): string {
  return text.parse(body['csv'])
}

const line = z.string().min(1).max(500)
const pages = z
  .array(z.object({ name: line, faults: z.array(z.string().min(1).max(2000)).max(200) }))
  .min(1)
  .max(5000)

/** As `npm run test:accessibility` writes them; other fields are for people. */
const resultsFile = z.object({
  kind: z.literal('vivace-accessibility-results'),
  madeOn: z.string(),
  checkers: z.array(line).min(1).max(10),
  pages,
})

/** What was pasted, and what it says; null where it is no such file. */
export function parseResults(body: Body): { pasted: string; results: AutomatedResults | null } {
  const pasted = text.parse(body['results'])
  const read = resultsFile.safeParse(readJson(pasted))
  if (!read.success) return { pasted, results: null }
  const { madeOn, checkers, pages: looked } = read.data
  return { pasted, results: { madeOn, checkers, pages: looked } }
}

function readJson(pasted: string): unknown {
  try {
    return JSON.parse(pasted)
  } catch {
    return null
  }
}

/** As they are kept. */
export function parsePages(kept: unknown): AutomatedResults['pages'] {
  return pages.parse(kept)
}
