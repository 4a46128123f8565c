import { readFormKey } from './form-key.ts'
import { signsOfForm, weights, type Sign } from './judge.ts'
import type { Sending } from './suspect-post.ts'

/** From this weight on, a sign makes a form suspect by itself. */
const heavy = 0.8

/**
 * What makes a form suspect by how it was sent, whoever sent it and whatever it says: empty where nothing does, and where
 * it only was sent in haste.
 */
export function suspectForm(sending: Sending, characters: number, now: Date): Sign[] {
  const { trapped, siteKey, formKey } = sending
  const openedAt = readFormKey(siteKey, formKey)
  const form = openedAt === null ? ('unsigned' as const) : now.getTime() - openedAt.getTime()
  const found = signsOfForm({ trapped, form, characters })
  return found.some((sign) => weights[sign] >= heavy) ? found : []
}
