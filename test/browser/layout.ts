import type { Page } from 'playwright-core'
import { runInPage } from './scripting.ts'

type Box = { left: number; right: number; top: number; bottom: number }
type PageNode = { parentElement: PageElement | null; textContent: string }
type PageElement = PageNode & {
  localName: string
  id: string
  classList: { item: (index: number) => string | null }
  offsetParent?: PageElement | null
  getBoundingClientRect: () => Box
  checkVisibility: (options: { visibilityProperty: boolean }) => boolean
}
type Style = Record<'overflowX' | 'overflowY' | 'position' | 'clip' | 'clipPath', string>
/** What a reader can see or reach of each element's content; null where it is hidden from sight. */
type Frames = { screen: Box; known: Map<PageElement, Box | null> }
type Seen = { element: PageElement; boxes: Box[]; text: string }

declare const document: {
  scrollingElement: { scrollWidth: number }
  documentElement: PageElement
  createRange: () => {
    selectNodeContents: (node: PageNode) => void
    getClientRects: () => Iterable<Box>
  }
  createTreeWalker: (root: PageElement, shown: number) => { nextNode: () => PageNode | null }
  querySelectorAll: (selector: string) => Iterable<PageElement>
}
declare const NodeFilter: { SHOW_TEXT: number }
declare const getComputedStyle: (element: PageElement) => Style

/** What doesn't fit the page's width, or is cut off by a box that hides what overflows it. */
export async function findLayoutFaults(page: Page): Promise<string[]> {
  const width = page.viewportSize()?.width ?? 0
  const scrollWidth = await page.evaluate(() => document.scrollingElement.scrollWidth)
  const scrolls = `layout: html: scrolls sideways, ${scrollWidth} wide on a screen of ${width}`
  const cut = await runInPage<string[]>(
    page,
    [listCut, listTexts, listFields, findFrame, findInnerFrame, bound, isHiddenFromSight, isCut],
    width,
  )
  return [...(scrollWidth > width ? [scrolls] : []), ...cut]
}

// All below runs in the page.

function listCut(width: number): string[] {
  const screen = { left: 0, right: width, top: -Infinity, bottom: Infinity }
  const frames = { screen, known: new Map<PageElement, Box | null>() }
  const found = [...listTexts(), ...listFields()].flatMap(({ element, boxes, text }) => {
    if (!element.checkVisibility({ visibilityProperty: true })) return []
    const frame = findFrame(element, frames)
    if (frame === null || !boxes.some((box) => isCut(box, frame))) return []
    const mark = element.classList.item(0)
    const name = element.localName + (element.id && `#${element.id}`) + (mark ? `.${mark}` : '')
    return [`layout: ${name}: cut off: ${text.trim().replace(/\s+/g, ' ').slice(0, 60)}`]
  })
  return [...new Set(found)]
}

function listTexts(): Seen[] {
  const seen: Seen[] = []
  const range = document.createRange()
  const texts = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT)
  for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
    if (text.parentElement === null || text.textContent.trim() === '') continue
    range.selectNodeContents(text)
    const boxes = [...range.getClientRects()]
    seen.push({ element: text.parentElement, boxes, text: text.textContent })
  }
  return seen
}

function listFields(): Seen[] {
  return [...document.querySelectorAll('input, select, textarea')].map((element) => ({
    element,
    boxes: [element.getBoundingClientRect()],
    text: 'a field',
  }))
}

function findFrame(element: PageElement | null, frames: Frames): Box | null {
  // What html and body hide is the screen's business, which has its own frame.
  if (element === null || ['html', 'body'].includes(element.localName)) return frames.screen
  const known = frames.known.get(element)
  if (known !== undefined) return known
  const frame = findInnerFrame(element, frames)
  frames.known.set(element, frame)
  return frame
}

function findInnerFrame(element: PageElement, frames: Frames): Box | null {
  const style = getComputedStyle(element)
  const isLifted = style.position === 'absolute' || style.position === 'fixed'
  const container = isLifted ? (element.offsetParent ?? null) : element.parentElement
  const outer = findFrame(container, frames)
  const box = element.getBoundingClientRect()
  if (outer === null || isHiddenFromSight(box, style)) return null
  const [left, right] = bound(style.overflowX, [outer.left, outer.right], [box.left, box.right])
  const [top, bottom] = bound(style.overflowY, [outer.top, outer.bottom], [box.top, box.bottom])
  return { left, right, top, bottom }
}

function bound(
  overflow: string,
  outer: [number, number],
  inner: [number, number],
): [number, number] {
  if (overflow === 'visible') return outer
  if (overflow === 'auto' || overflow === 'scroll') return [-Infinity, Infinity]
  return [Math.max(outer[0], inner[0]), Math.min(outer[1], inner[1])]
}

function isHiddenFromSight(box: Box, style: Style): boolean {
  if (style.clip.startsWith('rect') || style.clipPath.startsWith('inset(')) return true
  const isTiny = box.right - box.left <= 1 || box.bottom - box.top <= 1
  return isTiny && style.overflowX !== 'visible'
}

function isCut(box: Box, frame: Box): boolean {
  if (box.right <= box.left) return false
  const middle = (box.top + box.bottom) / 2
  const isAside = box.left < frame.left - 1 || box.right > frame.right + 1
  return isAside || middle < frame.top || middle > frame.bottom
}
