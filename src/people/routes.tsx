import { Hono } from 'hono'
import type { Env } from '../request.ts'
import { accountRoutes, type AccountPanels } from './account-routes.tsx'
import { signInLinkRoutes } from './link-routes.tsx'
import { signInRoutes } from './sign-in-routes.tsx'

export type PeopleOptions = {
  /** The site is reached over https, and its cookie never travels without. */
  secure: boolean
  /** The demonstration's accounts are offered too. */
  demonstration: boolean
  /** Mails are read on a page of the demonstration. */
  mailbox: boolean
  panels: AccountPanels
}

/** Ways in and out, and everybody's own account. */
export function peopleRoutes(options: PeopleOptions) {
  return new Hono<Env>()
    .route('/', signInRoutes(options))
    .route('/', signInLinkRoutes(options))
    .route('/', accountRoutes(options))
}
