import { Hono, type Context } from 'hono'
import { authorize } from '../permissions.ts'
import { newToken } from '../platform/ids.ts'
import { frameOf, sendPage, type Env } from '../request.ts'
import { addressesOf, organisationsAt } from './addresses.ts'
import { DescriptionPage } from './description-page.tsx'
import { parseKey, parseName, parseOrganisation, parsePage } from './forms.ts'
import { makeOrganisation } from './keep-organisation.ts'
import type { ShownProblem } from './organisation-fields.tsx'
import { nothingTyped, type TypedOrganisation } from './organisation.ts'
import { OrganisationsPage } from './organisations-page.tsx'
import { countOrganisations, listOrganisations } from './store.ts'

const onOnePage = 50

/** Finding organisations, and making one. */
export const listRoutes = new Hono<Env>()
  .get('/organisations', async (c) => {
    const name = parseName(c.req.query('name'))
    const count = await countOrganisations(c.var.db, name)
    const pages = Math.max(1, Math.ceil(count / onOnePage))
    const page = Math.min(parsePage(c.req.query('page')), pages)
    const found = { name, limit: onOnePage, offset: (page - 1) * onOnePage }
    const organisations = await listOrganisations(c.var.db, found)
    return sendPage(
      c,
      <OrganisationsPage frame={frameOf(c)} {...{ name, organisations, count, page, pages }} />,
    )
  })
  .get('/organisation', (c) => {
    authorize(c.var.actor, 'organisation.create', null)
    return showMaking(c, { typed: nothingTyped, key: newToken(), problems: [] })
  })
  .post('/organisations', async (c) => {
    const body = await c.req.parseBody({ all: true })
    const [typed, key] = [parseOrganisation(body), parseKey(body) || newToken()]
    const { db, actor, locale, now } = c.var
    if (actor.kind === 'visitor') return showMaking(c, { typed, key, problems: ['signed-out'] })
    const made = await makeOrganisation(db, actor, { typed, key }, now)
    if (!made.ok) return showMaking(c, { typed, key, problems: made.problems })
    return c.redirect(`${addressesOf(locale, made).page}?done=made`, 303)
  })

type Making = { typed: TypedOrganisation; key: string; problems: readonly ShownProblem[] }

function showMaking(c: Context<Env>, { typed, key, problems }: Making) {
  const frame = frameOf(c, organisationsAt(c.var.locale).form)
  const page = <DescriptionPage frame={frame} known={{ key }} typed={typed} problems={problems} />
  return sendPage(c, page, problems.length > 0 ? 422 : 200)
}
