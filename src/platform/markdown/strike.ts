import type { Delete, PhrasingContent } from 'mdast'
import type { Extension } from 'mdast-util-from-markdown'
import type { Options } from 'mdast-util-to-markdown'

/** Stands for a tilde that was escaped until pairs have been found; never a character of a text. */
export const escapedTilde = '\uFDD0'

/** How Markdown that is read remembers which tildes were escaped. */
export const rememberEscapedTildes: Extension = {
  exit: {
    characterEscapeValue(token) {
      const tail = this.stack.pop()
      if (tail === undefined || !('value' in tail)) return
      const character = this.sliceSerialize(token)
      tail.value += character === '~' ? escapedTilde : character
      if (tail.position) tail.position.end = { ...token.end }
    },
  },
}

/** How Markdown that is written says struck words. */
export const writeStruck: Options = {
  unsafe: [{ character: '~', inConstruct: 'phrasing' }],
  handlers: {
    delete(node: Delete, _parent, state, info) {
      const inner = state.containerPhrasing(node, { ...info, before: '~', after: '~' })
      return `~~${inner}~~`
    },
  },
}

/** Returns the children with what stands between two `~~` as struck words; a lone one stays text. */
export function pairTildes(children: readonly PhrasingContent[]): PhrasingContent[] {
  const pieces = children.flatMap(splitAtTildes)
  const out: PhrasingContent[] = []
  let open: number | null = null
  for (const [index, piece] of pieces.entries()) {
    const isMark = piece.type === 'text' && piece.value === '~~'
    if (isMark && open !== null && !hasSpace(pieces[index - 1], 'end') && out.length > open + 1) {
      const struck = out.splice(open).slice(1)
      out.push({ type: 'delete', children: struck })
      open = null
      continue
    }
    if (isMark && !hasSpace(pieces[index + 1], 'start')) open = out.length
    out.push(piece)
  }
  return out
}

function splitAtTildes(node: PhrasingContent): PhrasingContent[] {
  if (node.type !== 'text') return [node]
  return node.value
    .split(/(?<!~)(~~)(?!~)/)
    .filter(Boolean)
    .map((value) => ({ type: 'text', value }))
}

function hasSpace(node: PhrasingContent | undefined, side: 'start' | 'end'): boolean {
  if (node === undefined || node.type === 'break') return true
  if (node.type !== 'text') return false
  return side === 'start' ? /^\s/.test(node.value) : /\s$/.test(node.value)
}
