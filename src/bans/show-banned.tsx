import type { Context } from 'hono'
import { NotFound } from '../platform/http/problems.ts'
import { readSentForm, typedIn } from '../platform/http/sent-form.ts'
import { frameOf, sendPage, type Env } from '../request.ts'
import { BannedPage } from './banned-page.tsx'
import { findReasons } from './find-reasons.ts'
import { findBan } from './store.ts'

/** The answer to whoever may not do it because they are banned, with the words that their form had. */
export async function showBanned(c: Context<Env>, id: number) {
  const ban = await findBan(c.var.db, id)
  if (!ban) throw new NotFound('ban')
  const page = (
    <BannedPage
      frame={frameOf(c, c.req.method === 'POST' ? `/${c.var.locale}` : undefined)}
      reasons={await findReasons(c.var.db, ban)}
      typed={typedIn(await readSentForm(c))}
    />
  )
  return sendPage(c, page, 403)
}
