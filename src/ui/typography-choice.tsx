import type { Locale } from '../platform/messages.ts'
import { words } from './words.ts'

type Props = {
  locale: Locale
  /** Changes that are nothing else. */
  count: number
  shown?: boolean
}

/** Changes of typography only are hidden until somebody asks for them: the sheet does it. */
export function TypographyChoice({ locale, count, shown = false }: Props) {
  return (
    <label class="choice">
      <input type="checkbox" id="typography" checked={shown} />
      <span>{words(locale)('show-typography', { count })}</span>
    </label>
  )
}
