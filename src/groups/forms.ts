import { z } from 'zod'
import { newToken } from '../platform/ids.ts'
import { mostMembers, sorted, type Words } from './group.ts'

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
const number = z.preprocess(last, z.coerce.number().int().min(1).max(2_000_000_000).catch(0))

const wordsForm = z.object({ title: text, shared: text })

export function parseWords(body: Body): Words {
  return wordsForm.parse(body)
}

const key = z.preprocess(last, z.string().regex(/^[\w-]{16,60}$/))

/** The key of the form that was sent; one of its own for a form that has none. */
export function parseKey(body: Body): string {
  return key.safeParse(body['key']).data ?? newToken()
}

/** Which revision was read; 0, which there never is, where nobody can tell. */
export function parseRead(body: Body): number {
  return number.parse(body['read'])
}

/** The group that contributions are put into; 0 for a new one. */
export function parseInto(body: Body): number {
  return number.parse(body['into'])
}

/** `c=12&c=15`: contributions by number, each once, in order; one more than a group holds at most. */
export function parseTicked(sent: unknown): number[] {
  const numbers = [sent]
    .flat()
    .map(String)
    .filter((one) => /^[1-9]\d{0,8}$/.test(one))
  return sorted(numbers.slice(0, 2 * mostMembers).map(Number)).slice(0, mostMembers + 1)
}

/** Numbers as somebody types them, «12, 15 et n° 18»: null where something else stands among them. */
export function parseTyped(typed: string): number[] | null {
  const parts = typed.split(/[\s,;.]+|\bet\b|\band\b|n[°o]/iu).filter((part) => part !== '')
  return parts.every((part) => /^[1-9]\d{0,8}$/.test(part)) ? parseTicked(parts) : null
}

export const typedText = (body: Body, name: string): string => text.parse(body[name])

/** What the address asks for. */
export const pageForm = z.object({ page: z.coerce.number().int().min(1).max(1_000_000).catch(1) })

export function parseId(given: string | undefined): number | null {
  return given !== undefined && /^[1-9]\d{0,8}$/.test(given) ? Number(given) : null
}

/** Of what waits. */
export const waitingForm = z.object({
  waiting: z.coerce.number().int().min(1).max(1_000_000).catch(1),
})
