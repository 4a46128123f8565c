import { z } from 'zod'
import { parseArticles } from '../articles/index.ts'
import { inEachLocale } from '../platform/messages.ts'
import type { TypedTerms } from './terms.ts'

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

const version = z.preprocess(
  last,
  z.coerce.number().int().min(1).max(999_999).nullable().catch(null),
)

/** The field in which a version is accepted: its value is the version that was read. */
export const consentName = 'terms'

/** Which version was ticked, as it was sent; empty where none was. */
export function parseConsent(body: Body): string {
  return text.parse(body[consentName])
}

const termsForm = z.object({
  read: version.transform((read) => read ?? 0),
  asks: z.preprocess(last, z.enum(['anew', 'mends']).nullable().catch(null)),
  step: z.preprocess(last, z.enum(['preview', 'keep']).catch('preview')),
})

/** As an administrator sent it; `mostArticles`: the highest number that an article can have. */
export function parseTerms(
  body: Body,
  mostArticles: number,
): { read: number; typed: TypedTerms; step: 'preview' | 'keep' } {
  const { asks, ...rest } = termsForm.parse(body)
  const typed = {
    articles: parseArticles(body, mostArticles),
    summary: inEachLocale((lang) => text.parse(body[`summary.${lang}`])),
    asks: asks === null ? null : asks === 'anew',
  }
  return { ...rest, typed }
}

const comparisonForm = z.object({ from: version, to: version })

/** The two versions to compare; null where none is named. */
export function parseComparison(query: Body): { from: number | null; to: number | null } {
  return comparisonForm.parse(query)
}

export const comparisonQuery = Object.keys(comparisonForm.shape)
