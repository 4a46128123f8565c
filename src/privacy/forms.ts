import { z } from 'zod'
import { compose } from '../text/index.ts'
import { offeredLocales } from '../platform/messages.ts'
import type { TypedErasure } from './ask-erasure.ts'
import { words } from './words.ts'

const text = z.string().catch('')

const erasureForm = z.object({
  texts: z.enum(['kept', 'withdrawn']).nullable().catch(null),
  when: z.enum(['later', 'now']).nullable().catch(null),
  word: text,
})

export const findForm = z.object({ who: text })

/** What an erasure's form says; the word confirms in any language of the site, in capitals or not. */
export function parseErasure(body: unknown): { typed: TypedErasure; word: string } {
  const { texts, when, word } = erasureForm.parse(body)
  const confirmed = offeredLocales.some((locale) => isSame(word, words(locale)('confirm-word')))
  return { typed: { texts, when, confirmed }, word: word.slice(0, 30) }
}

function isSame(typed: string, word: string): boolean {
  return compose(typed.trim()).toLowerCase() === word.toLowerCase()
}
