import { z } from 'zod'
import {
  parseAttachments,
  parseKeptAttachments,
  type TypedAttachment,
} from '../attachments/index.ts'
import type { Choice } from './choose-passage.ts'
import type { Typed } from './content.ts'
import { kinds, stances, type ContributionKind, type Stance } from './contribution.ts'
import { isKnownLanguage } from '../platform/languages.ts'

const sentenceNumber = z.coerce.number().int().min(1).max(1_000_000)

/** Sentences of one passage. */
const largestChoice = 500

/** `?sentence=2&sentence=3-4`: what was ticked, a row of several too; anything else is as if not ticked. */
export function parseSentences(given: string[] | undefined): number[] {
  const ticked = (given ?? []).flatMap((text) => text.split('-'))
  const numbers = ticked.flatMap((text) => {
    const parsed = sentenceNumber.safeParse(text)
    return parsed.success ? [parsed.data] : []
  })
  return [...new Set(numbers)].toSorted((one, other) => one - other).slice(0, largestChoice)
}

/** A control that browsers send as CRLF is read with LF. */
const text = z
  .string()
  .catch('')
  .transform((typed) => typed.replaceAll('\r\n', '\n'))
const whole = z.coerce.number().int().min(1).max(1_000_000)

const fields = {
  kind: z.enum(kinds).nullable().catch(null),
  stance: z.enum(stances).nullable().catch(null),
  title: text,
  body: text,
  explanation: text,
  link: text,
  place: text,
  wording: text,
  words: text,
  occurrence: whole.nullable().catch(null),
  lang: z.string().refine(isKnownLanguage).nullable().catch(null),
  edition: whole.catch(0),
  speaker: text,
}

const sentForm = z.object({
  ...fields,
  key: z.string().min(16).max(100).catch(''),
  step: z.enum(['preview', 'publish', 'draft']).catch('preview'),
  // In no draft: it is kept nowhere but with its person.
  trueName: text,
})

const kept = z.object({
  ...fields,
  sentences: z.array(sentenceNumber).catch([]),
  attachments: z.unknown().optional(),
})

/** What the form of a contribution holds; `edition` is the one that was read, 0 where it is not said. */
export type FormFields = {
  kind: ContributionKind | null
  stance: Stance | null
  typed: Typed
  wording: string
  choice: Choice
  lang: string | null
  edition: number
  attachments: TypedAttachment[]
  /** The organisation that it is said for; empty for oneself. */
  speaker: string
}

export type SentForm = FormFields & {
  key: string
  step: 'preview' | 'publish' | 'draft'
  trueName: string
}

/** Reads a form that was sent; what cannot be read is as if it were left empty. */
export function parseForm(body: { [name: string]: unknown }): SentForm {
  const { key, step, trueName, ...read } = sentForm.parse(lastOf(body))
  const sentences = parseSentences([body['sentence']].flat().map(String))
  const { attachments } = parseAttachments(body)
  return { ...gather({ ...read, sentences, attachments }), key, step, trueName }
}

/** What part of a passage a form that was sent chooses. */
export function parseChoice(body: { [name: string]: unknown }): Choice {
  return parseForm(body).choice
}

/** A draft as it was kept. */
export function parseDraft(given: unknown): FormFields {
  return gather(kept.parse(given))
}

/** What a draft keeps of a form: as it reads it again. */
export function draftOf({ typed, choice, ...rest }: FormFields): z.input<typeof kept> {
  const { kind, stance, wording, lang, edition, speaker, attachments } = rest
  return { ...typed, ...choice, kind, stance, wording, lang, edition, speaker, attachments }
}

export const emptyFields: FormFields = gather(kept.parse({}))

function gather(read: z.output<typeof kept>): FormFields {
  const { title, body, explanation, link, place, sentences, words, occurrence, ...others } = read
  const { attachments, ...rest } = others
  return {
    ...rest,
    typed: { title, body, explanation, link, place },
    choice: { sentences, words, occurrence },
    attachments: parseKeptAttachments(attachments),
  }
}

/** A name that is sent twice counts as it was sent last. */
function lastOf(body: { [name: string]: unknown }): { [name: string]: unknown } {
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.at(-1) : value,
    ]),
  )
}
