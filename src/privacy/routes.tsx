import { Hono } from 'hono'
import type { PublicPage } from '../platform/pages/public-page.ts'
import { frameOf, sendPage, type Env } from '../request.ts'
import { ownRoutes } from './own-routes.tsx'
import { PrivacyPage } from './privacy-page.tsx'
import { requestRoutes } from './request-routes.tsx'

/** The same for everybody who is not signed in. */
export const privacyPages: PublicPage[] = [{ path: '/privacy', query: [] }]

/** What is kept of people, for everybody to read; what they do about it, and what administrators do for them. */
export const privacyRoutes = new Hono<Env>()
  .get('/privacy', (c) => {
    const { periods, privacyContact: contact } = c.var
    const erased = c.req.query('done') === 'erased'
    return sendPage(c, <PrivacyPage {...{ frame: frameOf(c), periods, contact, erased }} />)
  })
  .route('/', ownRoutes)
  .route('/', requestRoutes)
