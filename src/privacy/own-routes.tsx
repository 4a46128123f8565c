import { Hono, type Context } from 'hono'
import { clearSessionCookie, requireFresh } from '../people/index.ts'
import { SignInNeeded } from '../platform/http/problems.ts'
import type { Env } from '../request.ts'
import { addressesOf } from './addresses.ts'
import { askErasure, callOffErasure } from './ask-erasure.ts'
import { parseErasure } from './forms.ts'
import { gatherExport } from './gather-export.ts'
import { showErasure } from './show-erasure.tsx'
import { writeExport } from './write-export.ts'

/** One's own data: nobody else has a way to them, so that no role is asked. */
export const ownRoutes = new Hono<Env>()
  .get('/account/data.zip', async (c) => {
    const { db, mailing, now, locale, publicUrl, files } = c.var
    const given = await gatherExport(db, await requireFresh(c), mailing.key)
    const archive = await writeExport(given, { locale, now, publicUrl }, files)
    return c.body(archive, 200, {
      'Content-Type': 'application/zip',
      'Content-Disposition': 'attachment; filename="vivace-data.zip"',
      'Cache-Control': 'private, no-store',
    })
  })
  .get('/account/erasure', (c) => showErasure(c, subjectOf(c)))
  .post('/account/erasure', async (c) => {
    const { db, actor, mailing, periods, now, locale } = c.var
    const { personId, ...subject } = subjectOf(c)
    const { typed, word } = parseErasure(await c.req.parseBody())
    // It cannot be called off by whoever comes back to a browser that was left open.
    if (typed.when === 'now') await requireFresh(c)
    const asked = await askErasure(db, actor, { personId, typed, mailing, periods }, now)
    if (!asked.ok) {
      const { problems } = asked
      return showErasure(c, { personId, ...subject }, { typed, word, problems })
    }
    if (!asked.done) return c.redirect(`${addressesOf(locale).erasure}?done=erasure-asked`, 303)
    clearSessionCookie(c)
    return c.redirect(`${addressesOf(locale).privacy}?done=erased`, 303)
  })
  .post('/account/erasure/end', async (c) => {
    const { db, actor, now, locale } = c.var
    await callOffErasure(db, actor, requirePerson(c), now)
    return c.redirect(`${addressesOf(locale).erasure}?done=called-off`, 303)
  })

function subjectOf(c: Context<Env>) {
  const address = addressesOf(c.var.locale).erasure
  return { personId: requirePerson(c), name: null, address }
}

function requirePerson(c: Context<Env>): number {
  const { personId } = c.var.actor
  if (personId === null) throw new SignInNeeded()
  return personId
}
