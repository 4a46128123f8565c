import { isBlank } from '../text/index.ts'
import type { Choice } from './choose-passage.ts'

/** Characters: however they are encoded, an address holds them; a longer choice is made on the form. */
const longestInAddress = 1200

/** The address with the exact words that were chosen, and which of them are meant. */
export function withChoice(address: string, { words, occurrence }: Choice): string {
  if (isBlank(words) || words.length > longestInAddress) return address
  const query = new URLSearchParams({ words })
  if (occurrence !== null) query.set('occurrence', String(occurrence))
  return `${address}${address.includes('?') ? '&' : '?'}${query.toString()}`
}
