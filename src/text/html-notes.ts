import type { Element, Nodes, Root } from 'hast'

import type { MarkStyle } from './block.ts'
import type { Piece } from './collect-text.ts'
import { compose } from './compose.ts'
import { attributeOf, isDropped } from './html-elements.ts'
import { wordSet } from './word-set.ts'

/** Which elements of a document are notes, and what belongs to them. */
export type Notes = {
  /** The elements that hold a note each, with the number that is displayed, if there is one. */
  numbers: ReadonlyMap<Element, string | null>
  /** The links that refer to a note, with the number that they display. */
  references: ReadonlyMap<Element, string>
  /** Ways back to the text, headings that only screen readers hear, what says that it is no text. */
  silent: ReadonlySet<Element>
}

type Found = {
  notes: { element: Element; listed: string | null }[]
  links: { element: Element; within: Element | null }[]
  silent: Set<Element>
}

/** Where the walk stands: in a section of notes, and in which note. */
type Where = { section: boolean; note: Element | null }

const noteRoles = wordSet('doc-footnote doc-endnote footnote endnote rearnote')
const sectionRoles = wordSet('doc-endnotes doc-footnotes footnotes endnotes rearnotes')
const referenceRoles = wordSet('doc-noteref noteref')
const backRoles = wordSet('doc-backlink backlink')
const unseenClasses = wordSet('sr-only visually-hidden screen-reader-text')

/** Longer words that lead to a note are a link's, unless it says that it refers to one. */
const longestNumber = 8

/**
 * Returns the notes of a document: of DPUB-ARIA (`doc-footnote`, `doc-endnotes`…), of EPUB's
 * `epub:type`, and of GitHub's Markdown. A short link to a note is a reference to it, whatever it
 * says of itself.
 */
export function findNotes(tree: Root): Notes {
  const found: Found = { notes: [], links: [], silent: new Set() }
  walk(tree, { section: false, note: null }, found)
  const references = new Map<Element, string>()
  const displayed = numberNotes(found, references)
  const origins = originsOf(tree, references)
  for (const { element, within } of found.links) {
    if (within !== null && isBackLink(element, origins)) found.silent.add(element)
  }
  const numbers = found.notes.map(
    ({ element, listed }) => [element, displayed.get(element) ?? listed] as const,
  )
  return { numbers: new Map(numbers), references, silent: found.silent }
}

/** Returns a reference as words of the text, with its marks; null when the element is none. */
export function referencePiece(
  element: Element,
  styles: readonly MarkStyle[],
  notes: Notes,
): Piece | null {
  const note = notes.references.get(element)
  if (note === undefined) return null
  const others = styles.filter(({ kind }) => kind !== 'superscript')
  return {
    text: note,
    styles: [...others, { kind: 'superscript' }, { kind: 'note-reference', note }],
  }
}

/** Fills in the references, and returns the numbers under which they show the notes. */
function numberNotes(found: Found, references: Map<Element, string>): Map<Element, string> {
  const displayed = new Map<Element, string>()
  // Two notes of the same id: the first is the one that a link leads to.
  const byId = new Map(found.notes.toReversed().map((note) => [idOf(note.element), note]))
  byId.delete('')
  for (const { element } of found.links.filter(({ within }) => within === null)) {
    const note = byId.get(targetOf(element))
    const number = referenceNumber(element, note)
    if (number === null) continue
    references.set(element, number)
    if (note !== undefined && !displayed.has(note.element)) displayed.set(note.element, number)
  }
  return displayed
}

function referenceNumber(link: Element, note: Found['notes'][number] | undefined): string | null {
  const shown = displayedNumber(link)
  const refers = note !== undefined && shown.length <= longestNumber
  if (!refers && !hasRole(link, referenceRoles)) return null
  return shown || (note?.listed ?? '*')
}

function walk(node: Nodes, where: Where, found: Found): void {
  if (!('children' in node)) return
  let value = node.type === 'element' ? startOf(node) : 1
  for (const child of node.children) {
    if (child.type !== 'element' || isDropped(child)) continue
    const listed = node.type === 'element' && node.tagName === 'ol' ? String(value) : null
    if (child.tagName === 'li') value += 1
    walk(child, enter(child, listed, where, found), found)
  }
}

function enter(element: Element, listed: string | null, where: Where, found: Found): Where {
  if (element.tagName === 'a') found.links.push({ element, within: where.note })
  if (isSilent(element, where)) found.silent.add(element)
  const listedNote = where.section && element.tagName === 'li'
  if (listedNote || hasRole(element, noteRoles)) {
    found.notes.push({ element, listed: listed ?? numberGiven(element) })
    return { section: false, note: element }
  }
  const isSection = 'dataFootnotes' in element.properties || hasRole(element, sectionRoles)
  return isSection && where.note === null ? { ...where, section: true } : where
}

/** Our own exports say of what they set around the text that it is none, and what number a note shows. */
function isSilent(element: Element, { section }: Where): boolean {
  return 'dataNotText' in element.properties || (section && isUnseenHeading(element))
}

function numberGiven(element: Element): string | null {
  return attributeOf(element, 'dataNumber') || null
}

function isUnseenHeading(element: Element): boolean {
  if (!/^h[1-6]$/.test(element.tagName)) return false
  return classesOf(element).some((name) => unseenClasses.has(name))
}

function startOf(list: Element): number {
  const start = Number.parseInt(attributeOf(list, 'start'), 10)
  return Number.isNaN(start) ? 1 : start
}

/** «[1]», «(1)» and «1» display the number 1. */
function displayedNumber(link: Element): string {
  return compose(
    textOf(link)
      .replace(/[[\]()]/g, '')
      .replace(/\s+/g, ' ')
      .trim(),
  )
}

/** The ids at which a way back arrives: of a reference, or of what stands around it. */
function originsOf(tree: Root, references: ReadonlyMap<Element, string>): ReadonlySet<string> {
  const ids = new Set<string>()
  const visit = (node: Nodes): boolean => {
    if (!('children' in node)) return false
    const own = node.type === 'element' && references.has(node)
    const inside = node.children.map(visit).includes(true)
    const near = own || (inside && node.type === 'element' && node.tagName === 'sup')
    if (near) ids.add(idOf(node))
    return near
  }
  visit(tree)
  ids.delete('')
  return ids
}

/** An arrow that leads within the page is one as well, even when nothing says so. */
function isBackLink(link: Element, origins: ReadonlySet<string>): boolean {
  if (hasRole(link, backRoles) || 'dataFootnoteBackref' in link.properties) return true
  const target = targetOf(link)
  return target !== '' && (origins.has(target) || !/[\p{L}\p{N}]/u.test(textOf(link)))
}

function hasRole(element: Element, roles: ReadonlySet<string>): boolean {
  if (roles === referenceRoles && 'dataFootnoteRef' in element.properties) return true
  const said = `${attributeOf(element, 'role')} ${attributeOf(element, 'epub:type')}`
  if (said === ' ') return false
  return said.split(/\s+/).some((role) => roles.has(role.toLowerCase()))
}

function classesOf(element: Element): string[] {
  const names = element.properties['className']
  return Array.isArray(names) ? names.map(String) : []
}

function idOf(element: Element): string {
  return attributeOf(element, 'id')
}

function targetOf(link: Element): string {
  const href = attributeOf(link, 'href').trim()
  if (!href.startsWith('#')) return ''
  try {
    return decodeURIComponent(href.slice(1))
  } catch {
    return href.slice(1)
  }
}

function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value
  return 'children' in node ? node.children.map(textOf).join('') : ''
}
