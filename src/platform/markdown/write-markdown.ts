import type { BlockContent, DefinitionContent, ListItem, Nodes, PhrasingContent } from 'mdast'
import { toMarkdown } from 'mdast-util-to-markdown'

import { isEmptyText } from './plain-lines.ts'
import { writeStruck } from './strike.ts'

export type Block = BlockContent | DefinitionContent

/** Returns the blocks as Markdown that reads as they do, whatever marks their words hold. */
export function writeMarkdown(blocks: readonly Block[]): string {
  const children = blocks.flatMap(tidyBlock)
  const written = toMarkdown(
    { type: 'root', children },
    { bullet: '-', rule: '-', extensions: [writeStruck] },
  )
  return written.trim()
}

function tidyBlock(block: Block): Block[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading': {
      const children = trimBreaks(tidyInline(block.children))
      return children.some(isSeen) ? [{ ...block, children }] : []
    }
    case 'blockquote': {
      const children = block.children.flatMap(tidyBlock)
      return children.length > 0 ? [{ ...block, children }] : []
    }
    case 'list': {
      const items = block.children.map(tidyItem).filter((item) => item.children.length > 0)
      return items.length > 0 ? [{ ...block, children: items }] : []
    }
    case 'code':
    case 'thematicBreak':
      return [block]
    default:
      return []
  }
}

function tidyItem(item: ListItem): ListItem {
  return { type: 'listItem', spread: false, children: item.children.flatMap(tidyBlock) }
}

/** Marks next to each other or within themselves would be read as other marks: they become one. */
function tidyInline(children: readonly PhrasingContent[]): PhrasingContent[] {
  const out: PhrasingContent[] = []
  for (const child of children.flatMap(tidyPhrasing)) {
    const last = out.at(-1)
    if (last?.type === 'text' && child.type === 'text') {
      out[out.length - 1] = { type: 'text', value: last.value + child.value }
    } else if (isMarked(last) && isMarked(child) && last.type === child.type) {
      out[out.length - 1] = { ...last, children: tidyInline([...last.children, ...child.children]) }
    } else out.push(child)
  }
  return out
}

type Marked = Extract<PhrasingContent, { type: 'emphasis' | 'strong' | 'delete' }>

function isMarked(node: Nodes | undefined): node is Marked {
  return node?.type === 'emphasis' || node?.type === 'strong' || node?.type === 'delete'
}

function tidyPhrasing(node: PhrasingContent): PhrasingContent[] {
  if (isMarked(node)) return hoistSpace(node)
  if (node.type !== 'link') return [node]
  const children = tidyInline(node.children).flatMap((child): PhrasingContent[] =>
    child.type === 'break' ? [{ type: 'text', value: ' ' }] : [child],
  )
  return children.some(isSeen) ? [{ ...node, children }] : children
}

/** White space and line breaks at the ends of marked words move out of the marks. */
function hoistSpace(node: Marked): PhrasingContent[] {
  const inner = tidyInline(flattenMarks(node.children, node.type))
  const seen = inner.map((child) => !isBreakOrSpace(child))
  const first = seen.indexOf(true)
  if (first === -1) return inner
  const last = seen.lastIndexOf(true)
  const kept = inner.slice(first, last + 1)
  const before = takeSpace(kept, 'start')
  const after = takeSpace(kept, 'end')
  return [
    ...inner.slice(0, first),
    ...before,
    { ...node, children: kept },
    ...after,
    ...inner.slice(last + 1),
  ]
}

/** Takes the white space off one end of the content, in place. */
function takeSpace(content: PhrasingContent[], side: 'start' | 'end'): PhrasingContent[] {
  const index = side === 'start' ? 0 : content.length - 1
  const edge = content[index]
  if (edge?.type !== 'text') return []
  const rest = side === 'start' ? edge.value.trimStart() : edge.value.trimEnd()
  const cut = edge.value.length - rest.length
  if (cut === 0) return []
  content[index] = { type: 'text', value: rest }
  return [
    { type: 'text', value: side === 'start' ? edge.value.slice(0, cut) : edge.value.slice(-cut) },
  ]
}

function flattenMarks(children: readonly PhrasingContent[], type: string): PhrasingContent[] {
  return children.flatMap((child) =>
    isMarked(child) && child.type === type ? flattenMarks(child.children, type) : [child],
  )
}

function trimBreaks(children: PhrasingContent[]): PhrasingContent[] {
  const seen = children.map((child) => !isBreakOrSpace(child))
  return children.slice(Math.max(0, seen.indexOf(true)), seen.lastIndexOf(true) + 1)
}

function isBreakOrSpace(node: PhrasingContent): boolean {
  return node.type === 'break' || (node.type === 'text' && node.value.trim() === '')
}

function isSeen(node: PhrasingContent): boolean {
  if ('children' in node) return node.children.some(isSeen)
  return 'value' in node && !isEmptyText(node.value)
}
