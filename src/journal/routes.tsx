import { Hono } from 'hono'
import { z } from 'zod'
import { frameOf, sendPage, type Env } from '../request.ts'
import { JournalPage } from './journal-page.tsx'
import { listNewest } from './store.ts'

const pageSize = 50
const query = z.object({ before: z.coerce.number().int().positive().max(2_147_483_647).catch(0) })

export const journalRoutes = new Hono<Env>().get('/journal', async (c) => {
  const { before } = query.parse({ before: c.req.query('before') })
  const found = await listNewest(c.var.db, before || null, pageSize + 1)
  const entries = found.slice(0, pageSize)
  const older = found.length > pageSize ? (entries.at(-1)?.sequence ?? null) : null
  const page = <JournalPage frame={frameOf(c)} entries={entries} older={older} newest={!before} />
  return sendPage(c, page)
})
