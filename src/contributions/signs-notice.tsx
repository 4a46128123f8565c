import type { Locale } from '../platform/messages.ts'
import { hasMarkdownSigns } from './amendment.ts'
import { words } from './words.ts'

/** In a preview: that signs of Markdown stand as they are written; nothing where the wording has none. */
export function SignsNotice({ locale, wording }: { locale: Locale; wording: string }) {
  if (!hasMarkdownSigns(wording)) return null
  return <p class="notice">{words(locale)('signs-stand')}</p>
}
