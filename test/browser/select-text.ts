import type { Page } from 'playwright-core'
import { runInPage } from './scripting.ts'

type Point = { x: number; y: number }
type Place = { within: string; words: string; occurrence: number }
type PageNode = { data: string; length: number }
type PageRange = {
  setStart: (node: PageNode, offset: number) => void
  setEnd: (node: PageNode, offset: number) => void
  getBoundingClientRect: () => { left: number; right: number; top: number; height: number }
}

declare const document: {
  querySelector: (selector: string) => { scrollIntoView: (how: { block: 'center' }) => void }
  createTreeWalker: (root: unknown, shown: number) => { nextNode: () => PageNode | null }
  createRange: () => PageRange
  getSelection: () => {
    setBaseAndExtent: (from: PageNode, start: number, to: PageNode, end: number) => void
  }
}

/** Selects words as a mouse does: pressed before them, moved, let go behind them. */
export async function dragOver(page: Page, place: Place): Promise<void> {
  const { from, to } = await findWordsOnPage(page, place)
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move((from.x + to.x) / 2, to.y, { steps: 3 })
  await page.mouse.move(to.x, to.y, { steps: 3 })
  await page.mouse.up()
}

/** Leaves words selected as a finger's handles do, which no headless browser draws. */
export async function holdWords(page: Page, place: Place): Promise<void> {
  await findWordsOnPage(page, place)
  await runInPage(page, [selectSought, nodesIn])
}

async function findWordsOnPage(page: Page, place: Place): Promise<{ from: Point; to: Point }> {
  await page.evaluate((given) => Object.assign(globalThis, { sought: given }), place)
  return runInPage(page, [locate, nodesIn, pointAt])
}

// All below runs in the page.

declare const sought: Place

function locate(): { from: Point; to: Point } {
  document.querySelector(sought.within).scrollIntoView({ block: 'center' })
  const nodes = nodesIn(sought.within)
  const text = nodes.map(({ data }) => data).join('')
  let start = -1
  for (let count = 0; count < sought.occurrence; count += 1)
    start = text.indexOf(sought.words, start + 1)
  return {
    from: pointAt(nodes, start, 'left'),
    to: pointAt(nodes, start + sought.words.length - 1, 'right'),
  }
}

function nodesIn(selector: string): PageNode[] {
  const nodes: PageNode[] = []
  const walker = document.createTreeWalker(document.querySelector(selector), 4)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) nodes.push(node)
  return nodes
}

/** Words that stand in one element. */
function selectSought(): void {
  const node = nodesIn(sought.within).find(({ data }) => data.includes(sought.words))
  if (!node) throw new Error('the words are not on the page')
  const start = node.data.indexOf(sought.words)
  document.getSelection().setBaseAndExtent(node, start, node, start + sought.words.length)
}

function pointAt(nodes: PageNode[], offset: number, side: 'left' | 'right'): Point {
  let left = offset
  for (const node of nodes) {
    if (left < node.length) {
      const range = document.createRange()
      range.setStart(node, left)
      range.setEnd(node, left + 1)
      const box = range.getBoundingClientRect()
      return { x: side === 'left' ? box.left + 0.5 : box.right - 0.5, y: box.top + box.height / 2 }
    }
    left -= node.length
  }
  throw new Error('the words are not on the page')
}
