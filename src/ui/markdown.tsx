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
  /** What is shown in the place of certain words, wherever they stand. */
  marked?: Marked | undefined
}

type Marked = { at: RegExp; shown: Child }

/** What somebody wrote, with its paragraphs, lists and links; its headings fit under the page's. */
export function Markdown({ source, lang, level = 3, marked }: Props) {
  return (
    <div class="typed" lang={lang} dir="auto">
      {parseMarkdown(source, level).children.map((node) => showNode(node, marked))}
    </div>
  )
}

function showNode(node: RootContent | ElementContent, marked: Marked | undefined): Child {
  if (node.type === 'text') return marked ? markIn(node.value, marked) : node.value
  if (node.type !== 'element') return null
  return jsx(
    node.tagName,
    attributesOf(node),
    ...node.children.map((child) => showNode(child, marked)),
  )
}

function markIn(text: string, { at, shown }: Marked): Child {
  const [first, ...rest] = text.split(at)
  return (
    <>
      {first}
      {rest.map((after) => (
        <>
          {shown}
          {after}
        </>
      ))}
    </>
  )
}

function attributesOf({ tagName, properties }: ElementContent & { type: 'element' }) {
  const { href, start } = properties
  if (tagName === 'a' && typeof href === 'string') return { href, rel: 'nofollow ugc noopener' }
  return typeof start === 'number' && start !== 1 ? { start } : {}
}
