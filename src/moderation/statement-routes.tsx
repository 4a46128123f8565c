import { Hono } from 'hono'
import { requireSubject } from '../contributions/index.ts'
import { authorize } from '../permissions.ts'
import { NotFound } from '../platform/http/problems.ts'
import { frameOf, sendPage, type Env } from '../request.ts'
import { findReasons } from './find-reasons.ts'
import { listDecisions } from './store.ts'
import { StatementPage } from './statement-page.tsx'

/** The reasons of one decision, for the author of what was decided on, moderators and the guarantor. */
export const statementRoutes = new Hono<Env>().get(
  '/contributions/:number/decisions/:decision',
  async (c) => {
    const subject = await requireSubject(c)
    authorize(c.var.actor, 'statement.read', subject.contribution)
    const { number } = subject.contribution
    const decisions = await listDecisions(c.var.db, number)
    const decision = decisions.find(({ id }) => String(id) === c.req.param('decision'))
    if (!decision || decision.reason === '') throw new NotFound('decision')
    const reasons = await findReasons(c.var.db, decision)
    return sendPage(c, <StatementPage frame={frameOf(c)} {...subject} reasons={reasons} />)
  },
)
