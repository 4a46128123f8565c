import type { ElementContent, RootContent } from 'hast'
import { jsx } from 'hono/jsx'
import type { Child } from 'hono/jsx'
import { parseMarkdown } from '../platform/markdown/parse-markdown.ts'

type Props = {
  source: string
  /** The language it was written in. */
  lang: string
  /** The level of its first heading: one under the heading that it stands below. */
  level?: number
}

/** What somebody wrote, with its paragraphs, lists and links; its headings fit under the page's. */
export function Markdown({ source, lang, level = 3 }: Props) {
  return (
    <div class="typed" lang={lang} dir="auto">
      {parseMarkdown(source, level).children.map(showNode)}
    </div>
  )
}

function showNode(node: RootContent | ElementContent): Child {
  if (node.type === 'text') return node.value
  if (node.type !== 'element') return null
  return jsx(node.tagName, attributesOf(node), ...node.children.map(showNode))
}

function attributesOf({ tagName, properties }: ElementContent & { type: 'element' }) {
  const { href, start } = properties
  if (tagName === 'a' && typeof href === 'string') return { href, rel: 'nofollow ugc noopener' }
  return typeof start === 'number' && start !== 1 ? { start } : {}
}
