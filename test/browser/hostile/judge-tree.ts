import type { Part } from './in-browser.ts'

const neverThere = new Set(
  `iframe frame frameset object embed applet base portal foreignobject animate animatetransform animatemotion set
  handler discard marquee math video audio isindex style plaintext noembed noframes xmp`.split(
    /\s+/,
  ),
)

/** A page of the site; one that was downloaded, whose sheet is in it; a drawing, which may have one too. */
export type TreeKind = 'page' | 'file' | 'picture'

/** Returns what of the parts nothing of that kind has. */
export function judgeTree(parts: readonly Part[], address: string, kind: TreeKind): string[] {
  const faults = parts.flatMap(([element, attribute, value]) => {
    const fault =
      attribute === ''
        ? judgeElement(element, kind)
        : judgeAttribute({ element, attribute, value }, address, kind)
    return fault === null ? [] : [`${element} ${attribute}: ${fault}: ${value.slice(0, 200)}`]
  })
  const scripts = parts.filter(
    ([element, attribute]) => element.endsWith('script') && attribute === '',
  )
  const sources = parts.filter(
    ([element, attribute]) => element === 'script' && attribute === 'src',
  )
  return scripts.length > sources.length ? [...faults, 'a script without an address'] : faults
}

function judgeElement(element: string, kind: TreeKind): string | null {
  if (kind === 'file' && element === 'head style') return null
  if (kind === 'picture' && element === 'style') return null
  const name = element.replace('head ', '')
  return neverThere.has(name) ? 'no page has such an element' : null
}

type Attribute = { element: string; attribute: string; value: string }

/** Stands where a picture comes once it is looked for. */
const blank = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E"

function judgeAttribute(
  { element, attribute, value }: Attribute,
  address: string,
  kind: TreeKind,
): string | null {
  if (/^(?:on|style|srcdoc|srcset|http-equiv)/.test(attribute))
    return 'no page has such an attribute'
  const url = URL.parse(value, address)
  if (url === null) return 'no address'
  if (element === 'script')
    return /^[/]assets[/][\w.-]+$/.test(value) ? null : 'not a script of ours'
  if (element === 'a' && /^(?:https?|mailto|tel):$/.test(url.protocol)) return null
  if (kind === 'file') return value === blank ? null : judgeProtocol(url)
  return url.origin === new URL(address).origin ? null : 'leads elsewhere'
}

function judgeProtocol({ protocol }: URL): string | null {
  return /^(?:https?|file):$/.test(protocol) ? null : 'leads out of the file'
}
