import type { Nodes, Root } from 'mdast'

/** Everything that walks the tree later calls itself once a level. */
const depthLimit = 60

/** Replaces what stands deeper than 60 levels by its source, as text; changes the tree in place. */
export function cutDepth(tree: Root, source: string): void {
  const waiting: { node: Nodes; depth: number }[] = [{ node: tree, depth: 0 }]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, depth } = next
    if (depth >= depthLimit && cutNode(node, source)) continue
    if (!('children' in node)) continue
    for (const child of node.children) waiting.push({ node: child, depth: depth + 1 })
  }
}

function cutNode(node: Nodes, source: string): boolean {
  switch (node.type) {
    case 'blockquote':
    case 'listItem':
      node.children = [{ type: 'paragraph', children: sourceOf(node, source) }]
      return true
    case 'paragraph':
    case 'heading':
    case 'emphasis':
    case 'strong':
    case 'link':
      node.children = sourceOf(node, source)
      return true
    default:
      return false
  }
}

function sourceOf(node: { children: Nodes[] }, source: string): { type: 'text'; value: string }[] {
  const start = node.children[0]?.position?.start.offset
  const end = node.children.at(-1)?.position?.end.offset
  return [{ type: 'text', value: source.slice(start ?? 0, end ?? 0) }]
}
