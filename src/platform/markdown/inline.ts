import type { Image, Link, PhrasingContent } from 'mdast'

import { isEmptyText } from './plain-lines.ts'
import { escapedTilde, pairTildes } from './strike.ts'

/** An address typed in the text; what ends a sentence or closes a bracket is not part of it. */
const bareAddress = /\bhttps?:\/\/[^\s<>"«»“”`\uFDD0]+/gi

/** Returns whether an address may stand in a link: the web and mail, written in full. */
export function isSafeAddress(address: string): boolean {
  return /^(?:https?:\/\/|mailto:)[^\s]/i.test(address)
}

/**
 * Returns a paragraph's content as it is shown: a line feed is a line break, an address typed is a
 * link, an image is a link to it, words between `~~` are struck; a link that leads to neither the
 * web nor mail is its words.
 */
export function readInline(
  children: readonly PhrasingContent[],
  inLink = false,
): PhrasingContent[] {
  return pairTildes(children).flatMap((child) => readPhrasing(child, inLink))
}

function readPhrasing(node: PhrasingContent, inLink: boolean): PhrasingContent[] {
  switch (node.type) {
    case 'text':
      return readText(node.value.replaceAll(escapedTilde, '~'), inLink)
    case 'image':
      return readImage(node, inLink)
    case 'link':
      return readLink(node, inLink)
    case 'emphasis':
    case 'strong':
    case 'delete':
      return keepFull({ ...node, children: readInline(node.children, inLink) })
    case 'inlineCode':
    case 'break':
      return [node]
    default:
      return []
  }
}

function keepFull<N extends PhrasingContent & { children: PhrasingContent[] }>(node: N): N[] {
  return node.children.length > 0 ? [node] : []
}

function readText(text: string, inLink: boolean): PhrasingContent[] {
  const lines = text.split(/[ \t]*\n[ \t]*/)
  return lines.flatMap((line, index) => {
    const pieces = inLink ? textOf(line) : linkAddresses(line)
    return index === 0 ? pieces : [{ type: 'break' } as const, ...pieces]
  })
}

function linkAddresses(text: string): PhrasingContent[] {
  const out: PhrasingContent[] = []
  let last = 0
  for (const { 0: found, index } of text.matchAll(bareAddress)) {
    const url = trimAddress(found)
    if (!URL.canParse(url)) continue
    out.push(...textOf(text.slice(last, index)), { type: 'link', url, children: textOf(url) })
    last = index + url.length
  }
  return [...out, ...textOf(text.slice(last))]
}

function trimAddress(found: string): string {
  const address = found.replace(/[.,;:!?'’…*_~\])]+$/u, '')
  const closes = found.charAt(address.length) === ')' && address.includes('(')
  return closes && !address.includes(')') ? `${address})` : address
}

function readImage(node: Image, inLink: boolean): PhrasingContent[] {
  const alt = node.alt?.replaceAll(escapedTilde, '~') ?? ''
  if (inLink || !isSafeAddress(node.url)) return textOf(alt)
  const children = textOf(isEmptyText(alt) ? node.url : alt)
  return [{ type: 'link', url: node.url, children }]
}

function readLink(node: Link, inLink: boolean): PhrasingContent[] {
  const children = readInline(node.children, true)
  if (inLink || !isSafeAddress(node.url)) return children
  return [{ type: 'link', url: node.url, children: seen(children) ? children : textOf(node.url) }]
}

function seen(children: readonly PhrasingContent[]): boolean {
  return children.some((child) => {
    if ('children' in child) return seen(child.children)
    return 'value' in child && !isEmptyText(child.value)
  })
}

function textOf(value: string): { type: 'text'; value: string }[] {
  return value === '' ? [] : [{ type: 'text', value }]
}
