import type { Page } from 'playwright-core'

export type Visitor = { cookie: string }

/** Somebody's cookie, and the page's address without its language. */
export type State = {
  name: string
  path: string
  as?: Visitor
  act?: (page: Page) => Promise<void>
}

/** By the pattern of their route. */
export type Pages = Record<string, State[]>
