import { Hono, type Context } from 'hono'
import { NotFound } from '../platform/http/problems.ts'
import { frameOf, sendPage, type Env } from '../request.ts'
import { removeWay } from './remove-way.ts'
import type { Offer } from './sign-in-routes.tsx'
import { nameWay, meansOf } from './name-way.ts'
import { requireFresh } from './require-fresh.ts'
import { RemoveWayPage } from './remove-way-page.tsx'
import { listWays } from './way-store.ts'
import { isLastWay, isRemovable } from './way.ts'

/** Giving up one of one's own ways in. */
export function wayRoutes(offer: Offer) {
  return new Hono<Env>()
    .get('/account/ways/:id/removal', async (c) => {
      const { way, isLast } = await requireWay(c, offer)
      const name = nameWay(c.var.locale, way, offer)
      return showRemoval(c, { name, isLast, id: way.id })
    })
    .post('/account/ways/:id/removal', async (c) => {
      const { personId, way } = await requireWay(c, offer)
      const { db, mailing, now, locale } = c.var
      const name = nameWay(locale, way, offer)
      const removing = { personId, id: way.id, way: name, means: meansOf(offer), mailing }
      const removed = await removeWay(db, removing, now)
      if (removed.ok) return c.redirect(`/${locale}/account?done=way-removed`, 303)
      return showRemoval(c, { name, isLast: true, id: way.id })
    })
}

async function requireWay(c: Context<Env>, offer: Offer) {
  const personId = await requireFresh(c)
  const ways = await listWays(c.var.db, personId)
  const way = ways.find(({ id }) => String(id) === c.req.param('id'))
  if (!way || !isRemovable(way)) throw new NotFound('way in')
  return { personId, way, isLast: isLastWay(way.id, ways, meansOf(offer)) }
}

type Removal = { name: string; isLast: boolean; id: number }

function showRemoval(c: Context<Env>, { name, isLast, id }: Removal) {
  const address = `/${c.var.locale}/account/ways/${id}/removal`
  const refused = isLast && c.req.method === 'POST'
  const about = { frame: frameOf(c, address), address, name, isLast, refused }
  return sendPage(c, <RemoveWayPage {...about} />, refused ? 422 : 200)
}
