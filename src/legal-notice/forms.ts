import { z } from 'zod'
import type { Notice } from './notice.ts'

/** A name that is sent twice is read as it was sent last. */
const last = (sent: unknown) => (Array.isArray(sent) ? sent.at(-1) : sent)

const text = z.preprocess(
  last,
  z
    .string()
    .catch('')
    .transform((typed) => typed.replaceAll('\r\n', '\n')),
)

const noticeForm = z.object({
  publisher: text,
  publisherForm: text,
  publisherAddress: text,
  publisherPhone: text,
  publisherEmail: text,
  registration: text,
  capital: text,
  director: text,
  editor: text,
  host: text,
  hostAddress: text,
  hostPhone: text,
})

const readForm = z.object({
  read: z.preprocess(last, z.coerce.number().int().min(0).max(2_000_000_000).catch(0)),
})

export function parseNotice(body: { [name: string]: unknown }): { read: number; typed: Notice } {
  return { ...readForm.parse(body), typed: noticeForm.parse(body) }
}
