import type { Element, Nodes } from 'hast'

import { attributeOf } from './html-elements.ts'

/** By a property, or `href`, to what is drawn again for it. */
type Reference = { by: string; id: string }

/** References that sheets give, by the names in their selectors; and those that they may give to anything. */
type Sheets = { named: Map<string, Reference[]>; any: Reference[] }

type Counting = {
  elements: ReadonlyMap<string, Element>
  sheets: Sheets
  known: Map<Element, number>
}

/**
 * Returns how many elements a browser draws: those of the drawing, and each time what they show again, or are
 * clipped, masked, filled or marked with. That counts double, once more at each level: it is drawn apart and
 * then put together. What leads back into itself has no end: Infinity. Few bytes may be millions.
 */
export function countDrawn(svg: Element): number {
  const all = elementsIn(svg)
  // Of several with one name, the first is meant.
  const elements = new Map(all.toReversed().map((one) => [attributeOf(one, 'id'), one]))
  const sheets: Sheets = { named: new Map(), any: [] }
  for (const one of all) if (one.tagName === 'style') readSheet(textOf(one), sheets)
  return countFrom(svg, { elements, sheets, known: new Map() })
}

function elementsIn(element: Element): Element[] {
  const all = [element]
  for (const each of all) {
    for (const child of each.children) if (child.type === 'element') all.push(child)
  }
  return all
}

function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value
  return 'children' in node ? node.children.map(textOf).join('') : ''
}

function countFrom(element: Element, counting: Counting): number {
  const before = counting.known.get(element)
  if (before !== undefined) return before
  counting.known.set(element, Infinity)
  let count = 1
  for (const child of element.children) {
    if (child.type === 'element') count += countFrom(child, counting)
  }
  for (const { by, id } of referencesOf(element, counting.sheets)) {
    const target = counting.elements.get(id)
    if (target) count += 2 * timesDrawn(element, by) * countFrom(target, counting)
  }
  counting.known.set(element, count)
  return count
}

/** A mark within a line is drawn at each of its points, of which each has two numbers. */
function timesDrawn(element: Element, by: string): number {
  if (!/^marker(?:-?mid)?$/i.test(by)) return 1
  const line = `${attributeOf(element, 'd')} ${attributeOf(element, 'points')}`
  return 1 + (line.match(/\d+/g) ?? []).length / 2
}

function referencesOf(element: Element, { named, any }: Sheets): Reference[] {
  const { properties, tagName } = element
  const href = (attributeOf(element, 'href') || attributeOf(element, 'xLinkHref')).trim()
  const own = Object.entries(properties).flatMap(([by, value]) =>
    by === 'style' ? declaredIn(String(value)) : idsIn(String(value)).map((id) => ({ by, id })),
  )
  const classes = [properties['className'] ?? []].flat().map((name) => `.${name}`)
  const names = [tagName.toLowerCase(), `#${attributeOf(element, 'id')}`, ...classes]
  const given = names.flatMap((name) => named.get(name) ?? [])
  const shown = /^#./.test(href) ? [{ by: 'href', id: href.slice(1) }] : []
  return [...shown, ...own, ...given, ...any]
}

function idsIn(value: string): string[] {
  return [...value.matchAll(/url\(\s*["']?#([^"')\s]+)/gi)].map(([, id = '']) => id)
}

function declaredIn(declarations: string): Reference[] {
  return declarations.split(';').flatMap((declaration) => {
    const [by = '', ...value] = declaration.split(':')
    return idsIn(value.join(':')).map((id) => ({ by: by.trim(), id }))
  })
}

function readSheet(sheet: string, { named, any }: Sheets): void {
  for (const rule of withoutComments(sheet).split('}')) {
    const opens = rule.lastIndexOf('{')
    const references = declaredIn(rule.slice(opens + 1))
    if (references.length === 0) continue
    for (const selector of rule.slice(0, Math.max(0, opens)).split(',')) {
      const name = nameMeant(selector)
      if (name === null) any.push(...references)
      else named.set(name, [...(named.get(name) ?? []), ...references])
    }
  }
}

function withoutComments(sheet: string): string {
  const [first = '', ...rest] = sheet.split('/*')
  const after = rest.map((part) => part.split('*/').slice(1).join('*/'))
  return [first, ...after].join(' ')
}

/** A name that whatever a selector means has: a class or an id, else that of the element; null where it needs none. */
function nameMeant(selector: string): string | null {
  // What stands in quotation marks may look like a selector.
  if (/["']/.test(selector)) return null
  const steps = selector.trim().split(/[\s>+~]+/)
  const plain = (steps.at(-1) ?? '').replace(/[*:[&][^]*$/, '')
  const [special] = /[.#][\w-]+/.exec(plain) ?? []
  return special ?? (/^[\w-]+$/.test(plain) ? plain.toLowerCase() : null)
}
