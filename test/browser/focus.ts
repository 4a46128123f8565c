import type { Page } from 'playwright-core'
import { runInPage } from './scripting.ts'

type PageElement = {
  localName: string
  id: string
  parentElement: PageElement | null
  nextElementSibling: PageElement | null
  labels?: Iterable<PageElement> | null
  textContent: string
  focus: (options: { preventScroll: boolean; focusVisible: boolean }) => void
  blur: () => void
  checkVisibility: (options: { visibilityProperty: boolean }) => boolean
}

declare const document: {
  activeElement: PageElement | null
  querySelectorAll: (selector: string) => Iterable<PageElement>
  getAnimations: () => { finish: () => void }[]
}
declare const getComputedStyle: (element: PageElement) => Record<string, string>

/** The elements that look the same with the keyboard's focus on them and without. */
export async function findUnmarkedFocus(page: Page): Promise<string[]> {
  return runInPage(page, [listUnmarked, isUnmarked, observe])
}

// All below runs in the page.

function listUnmarked(): string[] {
  const focusable =
    'a[href], button, input, select, textarea, summary, [tabindex]:not([tabindex^="-"])'
  return [...document.querySelectorAll(focusable)]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }))
    .filter((element) => isUnmarked(element))
    .map((element) => {
      const name = element.localName + (element.id && `#${element.id}`)
      return `focus: ${name}: unmarked: ${element.textContent.trim().slice(0, 40)}`
    })
}

function isUnmarked(element: PageElement): boolean {
  const before = observe(element)
  element.focus({ preventScroll: true, focusVisible: true })
  if (document.activeElement !== element) return false
  for (const animation of document.getAnimations()) animation.finish()
  const after = observe(element)
  element.blur()
  return before === after
}

// A field may be drawn by its label, its neighbour or the box around it.
function observe(element: PageElement): string {
  const drawn = [element, element.parentElement, element.nextElementSibling]
  return [...drawn, ...(element.labels ?? [])]
    .map((shown) => {
      if (shown === null) return ''
      const { outline, boxShadow, border, background, textDecoration, color } =
        getComputedStyle(shown)
      return [outline, boxShadow, border, background, textDecoration, color].join()
    })
    .join()
}
