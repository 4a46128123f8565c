import { z } from 'zod'
import { ticked } from '../people/index.ts'
import type { TypedHandOver } from './hand-over.ts'
import type { TypedMandate } from './mandate.ts'
import type { TypedOrganisation } from './organisation.ts'

/** A control that browsers send as CRLF is read with LF; of a name that is sent twice, the last. */
const text = z
  .preprocess((sent) => (Array.isArray(sent) ? sent.at(-1) : sent), z.string())
  .catch('')
  .transform((typed) => typed.replaceAll('\r\n', '\n'))

const organisationForm = z.object({
  name: text,
  description: text,
  side: text,
  publicBody: text,
  territory: text,
  website: text,
  siret: text,
  mailDomain: text,
})

type Body = { [name: string]: unknown }

export function parseOrganisation(body: Body): TypedOrganisation {
  return { ...organisationForm.parse(body), languages: ticked(body['languages']) }
}

/** The key of the form that makes an organisation; empty for none of ours. PostgreSQL keeps no NUL. */
const key = z
  .string()
  .regex(/^\P{Cc}{16,100}$/u)
  .catch('')

export function parseKey(body: Body): string {
  return key.parse(body['key'])
}

/** The revision that was read; 0 for none. */
export function parseRevision(body: Body): number {
  return z.coerce.number().int().min(1).max(1_000_000_000).catch(0).parse(body['revision'])
}

const mandateForm = z.object({ role: text, from: text, until: text })

export function parseMandate(body: Body): TypedMandate {
  return mandateForm.parse(body)
}

const officeForm = z.object({ office: text, officeTitle: text })

export function parseOffice(body: Body): { office: string; officeTitle: string } {
  return officeForm.parse(body)
}

const handOverForm = z.object({ successor: text, from: text, until: text })

export function parseHandOver(body: Body): TypedHandOver & { mark: string } {
  return { ...handOverForm.parse(body), mark: text.parse(body['mark']) }
}

const verificationForm = z.object({ email: text, reason: text })

export function parseVerification(body: Body): { email: string; reason: string } {
  return verificationForm.parse(body)
}

/** What is searched for in names: a line of a name's length. */
export function parseName(given: string | undefined): string {
  return (given ?? '')
    .replaceAll(/\p{Cc}/gu, ' ')
    .trim()
    .slice(0, 120)
}

export function parsePage(given: string | undefined): number {
  return z.coerce.number().int().min(1).max(100_000).catch(1).parse(given)
}
