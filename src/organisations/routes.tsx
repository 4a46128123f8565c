import { Hono } from 'hono'
import type { Env } from '../request.ts'
import { handOverRoutes } from './hand-over-routes.tsx'
import { listRoutes } from './list-routes.tsx'
import { memberRoutes } from './member-routes.tsx'
import { organisationPageRoutes, type OrganisationPanels } from './organisation-routes.tsx'
import { verificationRoutes, type Vouching } from './verification-routes.tsx'

/** Organisations: finding, making, describing and verifying them; who is of them and speaks for them. */
export function organisationRoutes(panels: OrganisationPanels, vouching: Vouching) {
  return new Hono<Env>()
    .route('/', listRoutes)
    .route('/', organisationPageRoutes(panels))
    .route('/', memberRoutes)
    .route('/', verificationRoutes(vouching))
    .route('/', handOverRoutes)
}
