import { z } from 'zod'
import { newToken } from '../platform/ids.ts'
import { topicLimits, type TypedTopic } from './topic.ts'
import type { TypedPhase } from './phase.ts'

/** A name that is sent twice is read as it was sent last; a control that browsers send as CRLF is read with LF. */
const text = z.preprocess(
  (sent) => (Array.isArray(sent) ? sent.at(-1) : sent),
  z
    .string()
    .catch('')
    .transform((typed) => typed.replaceAll('\r\n', '\n')),
)

const typedTopic = z.object({
  title: text,
  assertion: text,
  questions: text,
  moderation: z.enum(['as-report', 'before', 'after']).catch('as-report'),
})

const typedPhase = z.object({ label: text, prompt: text, opensOn: text, closesOn: text })

type Body = { [name: string]: unknown }

/**
 * Extracts and testimonies stand in a form several times: the fields of each come in order. One more than there may be is read, so
 * that its writer is told.
 */
export function parseTopic(body: Body): TypedTopic {
  const all = (field: string) => [body[field] ?? []].flat().map((sent) => text.parse(sent))
  const [quotes, abouts, places] = [all('quote'), all('about'), all('place')]
  const [langs, words] = [all('lang'), all('words')]
  return {
    ...typedTopic.parse(body),
    extracts: all('passage')
      .slice(0, topicLimits.extracts + 1)
      .map((passage, at) => ({ passage, quote: quotes[at] ?? '' })),
    testimonies: all('name')
      .slice(0, topicLimits.testimonies + 1)
      .map((name, at) => ({
        name,
        about: abouts[at] ?? '',
        place: places[at] ?? '',
        lang: langs[at] ?? '',
        words: words[at] ?? '',
      })),
  }
}

export function parsePhase(body: Body): TypedPhase {
  return typedPhase.parse(body)
}

const key = z.string().regex(/^[\w-]{16,60}$/)

/** The key of the form that was sent; one of its own for a form that has none. */
export function parseKey(body: Body): string {
  return key.safeParse(body['key']).data ?? newToken()
}

const revision = z.coerce.number().int().min(1).max(2_000_000_000).catch(0)

/** Which revision was read; 0, which there never is, where nobody can tell. */
export function parseRevision(body: Body): number {
  return revision.parse(body['revision'])
}
