import type { Locale } from '../platform/messages.ts'
import { words } from './words.ts'

/** What made a defence suspect a contribution, in words. */
export function Signs({ locale, signs }: { locale: Locale; signs: readonly string[] }) {
  if (signs.length === 0) return null
  const say = words(locale)
  const said = signs.map((sign) => say('sign', { sign: sign.replaceAll(/[-.]/g, '_') }))
  return <>{say('signs', { signs: said.join(', ') })}</>
}
