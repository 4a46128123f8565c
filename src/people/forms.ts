import { z } from 'zod'
import { offeredLocales } from '../platform/messages.ts'

const text = z.string().catch('')
const returnTo = z.string().max(2000).catch('')

export const accountForm = z.object({ account: z.string().max(200).catch(''), return: returnTo })

export const askForm = z.object({ email: text, return: returnTo })

export const profileForm = z.object({ name: text, side: text, organisation: text })

/** A checkbox that is not ticked is not sent. */
const isTicked = z
  .string()
  .optional()
  .transform((value) => value !== undefined)

export const newcomerForm = profileForm.extend({ terms: text })

export const openingForm = newcomerForm.extend({ address: isTicked })

export const passkeyForm = z.object({ credential: text, name: text, return: returnTo })

export const passkeyNameForm = z.object({ name: text })

/** Which of one's sessions: its id, `others`, or none for all. */
export const sessionForm = z.object({ session: text })

export const addressForm = z.object({ email: text })

const accountProfileForm = profileForm.extend({
  territory: text,
  office: text,
  officeTitle: text,
  locale: z.enum(offeredLocales).nullable().catch(null),
})

/** A profile that is sent whole; of what can be ticked, all that was. */
export function parseAccountProfile(body: { [name: string]: unknown }) {
  return { ...accountProfileForm.parse(body), languages: ticked(body['languages']) }
}

/** All that was ticked under one name, whether it is one or several. */
export function ticked(sent: unknown): string[] {
  return [sent].flat().filter((one) => typeof one === 'string')
}

export const trueNameForm = z.object({ trueName: text })

const mailAddress = z.email().max(254)

/** The address in the one spelling in which it is kept; null for what is no address. */
export function readEmail(typed: string): string | null {
  const parsed = mailAddress.safeParse(typed.trim())
  return parsed.success ? parsed.data.toLowerCase() : null
}
