import type { Element } from 'hast'

import type { MarkStyle } from './block.ts'
import { attributeOf, styleOf } from './html-elements.ts'
import type { Notes } from './html-notes.ts'
import type { KeptPicture } from './picture.ts'

/** What reading inline content needs to know: language, notes, pictures, where to count losses. */
export type Inline = {
  lang: string | null
  drop: (what: string) => void
  notes: Notes
  /** By what is written on the `img` that shows it. */
  pictures: ReadonlyMap<string, KeptPicture>
}

/** Returns the styles that hold inside the element, `styles` being those that hold around it. */
export function stylesWithin(
  element: Element,
  styles: readonly MarkStyle[],
  inline: Inline,
): readonly MarkStyle[] {
  const link = element.tagName === 'a' ? readLink(attributeOf(element, 'href'), inline.drop) : null
  const style = styleOf(element.tagName) ?? link
  const own = style === null ? styles : [...without(styles, style.kind), style]
  // The root's language is the document's, and was read before.
  const said = element.tagName === 'html' ? '' : attributeOf(element, 'lang')
  const lang = readLanguage(said, inline.drop)
  if (lang === null) return own
  const others = without(own, 'language')
  return lang === inline.lang ? others : [...others, { kind: 'language', lang }]
}

/** Returns the tag in its canonical form (BCP 47), or null when there is none or it is malformed. */
export function readLanguage(said: string, drop: (what: string) => void): string | null {
  if (said.trim() === '') return null
  try {
    return Intl.getCanonicalLocales(said.trim())[0] ?? null
  } catch {
    drop('malformed language')
    return null
  }
}

function readLink(href: string, drop: (what: string) => void): MarkStyle | null {
  const address = href.trim()
  if (/^(?:https?:\/\/|mailto:)[^\s]/i.test(address)) return { kind: 'link', href: address }
  const scheme = /^[a-z][a-z\d+.-]{0,20}:/i.exec(address)?.[0].toLowerCase()
  if (address.startsWith('#')) drop('internal link')
  else if (address !== '') drop(scheme === undefined ? 'relative link' : `${scheme} link`)
  return null
}

function without(styles: readonly MarkStyle[], kind: MarkStyle['kind']): MarkStyle[] {
  return styles.filter((style) => style.kind !== kind)
}
