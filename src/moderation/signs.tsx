import type { Locale } from '../platform/messages.ts'
import { saySigns } from '../spam/index.ts'
import { words } from './words.ts'

/** What made a defence suspect a contribution, in words. */
export function Signs({ locale, signs }: { locale: Locale; signs: readonly string[] }) {
  if (signs.length === 0) return null
  const say = words(locale)
  return <>{say('signs', { signs: saySigns(locale, signs).join(', ') })}</>
}
