import type { Locale } from '../platform/messages.ts'
import { words } from './words.ts'

/**
 * Before the button of a form whose sending takes more than a second where the text is long, or for what `note` says: says so, and with
 * script that it is being worked on, once it was sent.
 */
export function TakesTime({ locale, note }: { locale: Locale; note?: string }) {
  const say = words(locale)
  return (
    <div class="takes-time" data-behaviour="hold-sending" data-sending={say('being-worked-on')}>
      <p class="fine">{note ?? say('takes-time')}</p>
      <output />
    </div>
  )
}
