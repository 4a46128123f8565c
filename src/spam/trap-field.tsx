import type { Locale } from '../platform/messages.ts'
import { words } from './words.ts'

const name = 'website'

/**
 * A field that nobody sees, hears or comes to by the keyboard: programs fill it in. It stands out of sight by the style sheet; with
 * none its label says to leave it empty.
 */
export function TrapField({ locale }: { locale: Locale }) {
  return (
    <p class="trap" aria-hidden="true">
      <label>
        {words(locale)('trap')}{' '}
        <input type="text" name={name} tabindex={-1} autocomplete="off" value="" />
      </label>
    </p>
  )
}

/** Whether a form that was sent has something in it. */
export function isTrapped(body: { [name: string]: unknown }): boolean {
  return [body[name]].flat().some((sent) => typeof sent === 'string' && sent.trim() !== '')
}
