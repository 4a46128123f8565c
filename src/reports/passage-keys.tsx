import type { Locale } from '../platform/messages.ts'
import { words } from './words.ts'

/** What the keys do that lead from passage to passage, and the switch that stops them; inert until script opens it. */
export function PassageKeys({ locale }: { locale: Locale }) {
  const say = words(locale)
  return (
    <template data-behaviour="passage-keys">
      <dialog class="passage-keys" aria-labelledby="passage-keys-title">
        <h2 id="passage-keys-title">{say('keys-title')}</h2>
        <dl class="facts">
          {(['j', 'k', 'c', '?'] as const).map((key) => (
            <div>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{say('key-does', { key: key === '?' ? 'help' : key })}</dd>
            </div>
          ))}
        </dl>
        <label class="choice">
          <input type="checkbox" name="keys" />
          <span>{say('keys-on')}</span>
        </label>
        <form method="dialog">
          <button type="submit">{say('keys-close')}</button>
        </form>
      </dialog>
      <p class="fine">
        <button class="quiet small" type="button">
          {say('keys-title')}
        </button>
      </p>
    </template>
  )
}
