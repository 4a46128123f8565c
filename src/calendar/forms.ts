import { z } from 'zod'
import { newToken } from '../platform/ids.ts'
import { eventKinds, type TypedEvent } from './event.ts'

/** A name that is sent twice is read as it was sent last. */
const text = z.preprocess(
  (sent) => (Array.isArray(sent) ? sent.at(-1) : sent),
  z.string().catch(''),
)

const typedEvent = z.object({
  kind: z.enum(eventKinds).nullable().catch(null),
  day: text,
  month: text,
  year: text,
  edition: text,
  label: text,
  byWhom: text,
  link: text,
})

type Body = { [name: string]: unknown }

export function parseEvent(body: Body): TypedEvent {
  return typedEvent.parse(body)
}

const key = z.string().regex(/^[\w-]{16,60}$/)

/** The key of the form that was sent; one of its own for a form that has none. */
export function parseKey(body: Body): string {
  return key.safeParse(body['key']).data ?? newToken()
}

const revision = z.coerce.number().int().min(1).max(2_000_000_000).catch(0)

/** Which revision of a date was read; 0, which there never is, where nobody can tell. */
export function parseRevision(body: Body): number {
  return revision.parse(body['revision'])
}
