import type { Element, ElementContent, Nodes } from 'hast'

import { hasTooManyPoints, readRaster } from './picture-kinds.ts'
import { readPictureSource } from './picture-source.ts'
import {
  drawnAttributes,
  drawnElements,
  foldName,
  presentationNames,
  unseenElements,
  unwrappedElements,
} from './svg-names.ts'
import { sizeOfSvg } from './svg-size.ts'

export type Drawing = { svg: string; width: number; height: number }

type Sanitising = {
  drop: (what: string) => void
  /** The ids that `use` elements show again. */
  shown: ReadonlySet<string>
  /** Within what is shown again: copies of copies would soon be millions. */
  copied: boolean
}

/**
 * Returns a drawing with the elements and attributes that draw, and no others: it runs nothing, loads
 * nothing, leads nowhere and does not move. Elements and values that are left out are counted. Sanitised
 * again, the result is the same.
 */
export function sanitiseSvg(svg: Element, drop: (what: string) => void): Drawing {
  const size = sizeOfSvg(svg)
  const sanitising = { drop, shown: new Set(shownAgain(svg)), copied: false }
  const [width, height] = [String(size.width), String(size.height)]
  // What is said first stands first: the order is the same each time.
  const attributes = new Map([
    ['xmlns', 'http://www.w3.org/2000/svg'],
    ['width', width],
    ['height', height],
    ['viewBox', `0 0 ${width} ${height}`],
    ...attributesOf(svg, sanitising),
    ['width', width],
    ['height', height],
  ])
  const inside = svg.children.map((child) => write(child, sanitising)).join('')
  return { svg: tag('svg', attributes, inside), ...size }
}

function shownAgain(node: Nodes): string[] {
  if (!('children' in node)) return []
  const below = node.children.flatMap(shownAgain)
  const own = node.type === 'element' && node.tagName === 'use' ? hrefOf(node) : ''
  return own.startsWith('#') ? [own.slice(1), ...below] : below
}

function write(node: ElementContent, sanitising: Sanitising): string {
  if (node.type === 'text') return escape(node.value)
  if (node.type !== 'element' || unseenElements.has(node.tagName)) return ''
  if (node.tagName === 'style') return writeStyle(node, sanitising)
  if (unwrappedElements.has(node.tagName)) return writeAll(node, sanitising)
  return mayStay(node, sanitising) ? writeDrawn(node, sanitising) : leaveOut(sanitising)
}

function mayStay(node: Element, { copied }: Sanitising): boolean {
  const { tagName } = node
  if (!drawnElements.has(tagName) || (tagName === 'use' && copied)) return false
  return leadsWhereItMay(tagName, hrefOf(node))
}

function writeDrawn(node: Element, sanitising: Sanitising): string {
  const attributes = attributesOf(node, sanitising)
  const href = hrefOf(node)
  if (href !== '') attributes.set('href', href)
  const copied = sanitising.copied || sanitising.shown.has(attributes.get('id') ?? '')
  return tag(node.tagName, attributes, writeAll(node, { ...sanitising, copied }))
}

/** Within the drawing; a photograph in it is held by it. */
function leadsWhereItMay(tagName: string, href: string): boolean {
  if (tagName === 'image') return embedded.test(href) && isPicture(href)
  return within.test(href) || (href === '' && tagName !== 'use')
}

function writeAll({ children }: Element, sanitising: Sanitising): string {
  return children.map((child) => write(child, sanitising)).join('')
}

/** By its bytes, whatever it says that it is; and one that a browser has the memory for. */
function isPicture(href: string): boolean {
  const source = readPictureSource(href, new Map())
  const raster = 'bytes' in source ? readRaster(source.bytes) : null
  return raster !== null && !hasTooManyPoints(raster)
}

const within = /^#[^\s"'<>]+$/
const embedded = /^data:image\/(?:png|jpeg|gif|webp);base64,[a-z\d+/=\s]+$/i

function hrefOf({ properties }: Element): string {
  const href = properties['href'] ?? properties['xLinkHref']
  return typeof href === 'string' ? href.trim() : ''
}

function attributesOf({ properties }: Element, { drop }: Sanitising): Map<string, string> {
  const attributes = new Map<string, string>()
  const put = (name: string, value: string) => {
    if (isHarmless(value)) attributes.set(name, value)
    else drop('part of a drawing')
  }
  for (const [property, value] of Object.entries(properties)) {
    const name = drawnAttributes.get(foldName(property))
    const said = Array.isArray(value) ? value.join(' ') : value
    if (name !== undefined && said !== null && said !== undefined) put(name, String(said))
    if (/^on/i.test(property)) drop('event handler')
  }
  const { style } = properties
  for (const [name, value] of declarationsOf(typeof style === 'string' ? style : ''))
    put(name, value)
  return attributes
}

/** A style that is an attribute as well is kept as that; it is stronger than the attribute. */
function declarationsOf(style: string): [string, string][] {
  return style.split(';').flatMap((declaration): [string, string][] => {
    const [name = '', ...rest] = declaration.split(':')
    const known = name.trim().toLowerCase()
    const value = rest.join(':').replace(/!\s*important\s*$/i, '')
    return presentationNames.has(known) ? [[known, value.trim()]] : []
  })
}

/** References stay within the drawing; no escape hides another. */
function isHarmless(value: string): boolean {
  const rest = value.replaceAll(/url\(\s*(["']?)#[\w.:-]+\1\s*\)/gi, '')
  return !/url\s*\(|image\s*\(|image-set|javascript:|expression|[\\<]|\/\*/i.test(rest)
}

/** A sheet is kept whole, if nothing in it loads anything. */
function writeStyle(node: Element, sanitising: Sanitising): string {
  const sheet = node.children.map((child) => (child.type === 'text' ? child.value : '')).join('')
  const bare = sheet.replaceAll(/\/\*[^]*?\*\//g, '').replaceAll(/<!--|-->/g, '')
  if (bare.trim() === '') return ''
  if (!isHarmless(bare) || /@|animation|transition/i.test(bare)) return leaveOut(sanitising)
  return tag('style', new Map(), escape(bare))
}

function leaveOut({ drop }: Sanitising): string {
  drop('part of a drawing')
  return ''
}

function tag(name: string, attributes: ReadonlyMap<string, string>, inside: string): string {
  const said = [...attributes].map(([key, value]) => ` ${key}="${escape(value)}"`).join('')
  return inside === '' ? `<${name}${said}/>` : `<${name}${said}>${inside}</${name}>`
}

/** As XML: what no XML may hold is left out. */
function escape(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/(?![\t\n\r])[\p{Cc}\uFFFE\uFFFF]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
