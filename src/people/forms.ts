import { z } from 'zod'
import { offeredLocales } from '../platform/messages.ts'

const text = z.string().catch('')
const returnTo = z.string().max(2000).catch('')

export const accountForm = z.object({ account: z.string().max(200).catch(''), return: returnTo })

export const askForm = z.object({ email: text, return: returnTo })

export const profileForm = z.object({ name: text, side: text, organisation: text })

/** A checkbox that is not ticked is not sent. */
const ticked = z
  .string()
  .optional()
  .transform((value) => value !== undefined)

export const openingForm = profileForm.extend({ address: ticked })

export const passkeyForm = z.object({ credential: text, name: text, return: returnTo })

export const passkeyNameForm = z.object({ name: text })

/** Which of one's sessions: its id, `others`, or none for all. */
export const sessionForm = z.object({ session: text })

export const addressForm = z.object({ email: text })

export const accountProfileForm = profileForm.extend({
  locale: z.enum(offeredLocales).nullable().catch(null),
})

const mailAddress = z.email().max(254)

/** The address in the one spelling in which it is kept; null for what is no address. */
export function readEmail(typed: string): string | null {
  const parsed = mailAddress.safeParse(typed.trim())
  return parsed.success ? parsed.data.toLowerCase() : null
}
