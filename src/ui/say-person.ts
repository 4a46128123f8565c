import type { Locale } from '../platform/messages.ts'
import { words } from './words.ts'

/** The public name of somebody who acted; of a person who is erased none is kept, which is said in its place. */
export function sayPerson(locale: Locale, name: string): string {
  return name === '' ? words(locale)('erased-person') : name
}
