import type { Locale } from '../platform/messages.ts'
import type { ModerationSetting } from './hold-store.ts'
import { words } from './words.ts'

type Props = { locale: Locale; moderation: ModerationSetting }

/** Before one sends it: that a moderator reads it first, and within how many days. */
export function ReadFirst({ locale, moderation }: Props) {
  if (!moderation.beforePublication) return null
  return <p class="notice">{words(locale)('read-first', { days: moderation.promisedDays })}</p>
}
