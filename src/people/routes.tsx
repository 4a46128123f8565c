import { Hono } from 'hono'
import type { Env } from '../request.ts'
import { accountRoutes, type AccountPanels } from './account-routes.tsx'
import { addressRoutes } from './address-routes.tsx'
import { signInLinkRoutes } from './link-routes.tsx'
import { passkeyRoutes, passkeySignInRoutes } from './passkey-routes.tsx'
import { providerRoutes } from './provider-routes.tsx'
import { sessionRoutes } from './session-routes.tsx'
import { signInRoutes, type Offer } from './sign-in-routes.tsx'
import { wayRoutes } from './way-routes.tsx'

export type PeopleOptions = Offer & {
  /** Mails are read on a page of the demonstration. */
  mailbox: boolean
  panels: AccountPanels
}

/** Ways in and out, and everybody's own account. */
export function peopleRoutes(options: PeopleOptions) {
  return new Hono<Env>()
    .route('/', signInRoutes(options))
    .route('/', signInLinkRoutes(options))
    .route('/', providerRoutes(options))
    .route('/', passkeySignInRoutes(options))
    .route('/', passkeyRoutes())
    .route('/', addressRoutes())
    .route('/', wayRoutes(options))
    .route('/', sessionRoutes(options))
    .route('/', accountRoutes(options))
}
