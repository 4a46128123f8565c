import { z } from 'zod'
import {
  attachmentLimits,
  fileProblems,
  type FileProblem,
  type TypedAttachment,
} from './attachment.ts'

type Body = { [name: string]: unknown }

/** What a form says of its files, as it is to be shown or received. */
export type SentAttachments = {
  attachments: TypedAttachment[]
  /** Files that came with it and were not received. */
  refused: RefusedFile[]
  /** It was sent to add, to order or to take away: it is shown again. */
  arranged: boolean
}

export type RefusedFile = { problem: FileProblem; name: string }

const text = z.preprocess(
  (sent) => (Array.isArray(sent) ? sent.at(-1) : sent),
  z.string().catch(''),
)
const texts = z.preprocess((sent) => [sent ?? []].flat(), z.array(z.string().catch('')))
const hash = z.string().regex(/^[0-9a-f]{64}$/)

/** In a form that is too long to be anything of ours, the rest is left. */
const mostNamed = 20

export function nameField(sha256: string): string {
  return `attachment-name-${sha256}`
}

export function alternativeField(sha256: string): string {
  return `attachment-alternative-${sha256}`
}

/** Under which name a form has the files that are chosen, and under which it says what became of them. */
export const fileField = 'file'
export const attachmentField = 'attachment'
export const refusedField = 'attachment-refused'

/** Reads what a form says of its files: in its order, with one taken away or moved up where a button says so. */
export function parseAttachments(body: Body): SentAttachments {
  const named = texts.parse(body[attachmentField]).filter((one) => hash.safeParse(one).success)
  const gone = text.parse(body['attachment-remove'])
  const raised = text.parse(body['attachment-up'])
  const hashes = raise([...new Set(named)].slice(0, mostNamed), raised)
  return {
    attachments: hashes
      .filter((sha256) => sha256 !== gone)
      .map((sha256) => ({
        sha256,
        name: text.parse(body[nameField(sha256)]).slice(0, 2 * attachmentLimits.name),
        alternative: text.parse(body[alternativeField(sha256)]).replaceAll(/\s+/gu, ' '),
      })),
    refused: texts.parse(body[refusedField]).flatMap(readRefused).slice(0, mostNamed),
    arranged: gone !== '' || raised !== '' || text.parse(body['step']) === 'attach',
  }
}

function raise(hashes: readonly string[], raised: string): string[] {
  const at = hashes.indexOf(raised)
  if (at < 1) return [...hashes]
  return [...hashes.slice(0, at - 1), raised, ...hashes.slice(at - 1, at), ...hashes.slice(at + 1)]
}

/** «problem name», as `receive-files.ts` writes it. */
function readRefused(said: string): RefusedFile[] {
  const [problem = '', ...name] = said.split(' ')
  const known = fileProblems.find((one) => one === problem)
  return known ? [{ problem: known, name: name.join(' ').slice(0, attachmentLimits.name) }] : []
}

const kept = z
  .array(z.object({ sha256: hash, name: z.string(), alternative: z.string() }))
  .max(mostNamed)
  .catch([])

/** The same as a draft keeps it. */
export function parseKeptAttachments(given: unknown): TypedAttachment[] {
  return kept.parse(given ?? [])
}
