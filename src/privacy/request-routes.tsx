import { Hono, type Context } from 'hono'
import {
  findByPseudonym,
  findPersonByIdentity,
  readEmail,
  requireFresh,
  wasErased,
} from '../people/index.ts'
import { authorize } from '../permissions.ts'
import { NotFound } from '../platform/http/problems.ts'
import { frameOf, sendPage, type Env } from '../request.ts'
import { chooseDone } from '../ui/done-notice.tsx'
import { addressesOf } from './addresses.ts'
import { askErasure, callOffErasure } from './ask-erasure.ts'
import { findForm, parseErasure } from './forms.ts'
import { RequestsPage, requestsDone } from './requests-page.tsx'
import { showErasure, type Subject } from './show-erasure.tsx'
import { listWaitingErasures } from './store.ts'

/** What administrators do for whoever asks them in writing (GDPR, article 12(3)). */
export const requestRoutes = new Hono<Env>()
  .get('/admin/erasures', (c) => showRequests(c, { who: '', found: true }))
  .post('/admin/erasures', async (c) => {
    authorize(c.var.actor, 'person.erase', null)
    const { who } = findForm.parse(await c.req.parseBody())
    const found = await findAsked(c, who.trim())
    if (!found) return showRequests(c, { who: who.slice(0, 254), found: false })
    return c.redirect(addressesOf(c.var.locale).erasureOf(found.pseudonym), 303)
  })
  .get('/admin/people/:pseudonym/erasure', async (c) => showErasure(c, await requireSubject(c)))
  .post('/admin/people/:pseudonym/erasure', async (c) => {
    const { db, actor, mailing, periods, now } = c.var
    if (await isGone(c)) return leadBack(c, 'erased-for')
    const { personId, ...subject } = await requireSubject(c)
    const { typed, word } = parseErasure(await c.req.parseBody())
    // As for one's own: it cannot be called off, and this address leads to one's own account, too.
    if (typed.when === 'now') await requireFresh(c)
    const asked = await askErasure(db, actor, { personId, typed, mailing, periods }, now)
    if (asked.ok) return leadBack(c, asked.done ? 'erased-for' : 'erasure-asked')
    const { problems } = asked
    return showErasure(c, { personId, ...subject }, { typed, word, problems })
  })
  .post('/admin/people/:pseudonym/erasure/end', async (c) => {
    const { db, actor, now } = c.var
    await callOffErasure(db, actor, (await requireSubject(c)).personId, now)
    return leadBack(c, 'called-off')
  })

function leadBack(c: Context<Env>, done: (typeof requestsDone)[number]) {
  return c.redirect(`${addressesOf(c.var.locale).requests}?done=${done}`, 303)
}

type Asked = { who: string; found: boolean }

async function showRequests(c: Context<Env>, { who, found }: Asked) {
  const { db, actor, locale } = c.var
  authorize(actor, 'person.erase', null)
  const page = (
    <RequestsPage
      frame={frameOf(c, addressesOf(locale).requests)}
      waiting={await listWaitingErasures(db)}
      who={who}
      found={found}
      done={chooseDone(requestsDone, c.req.query('done'))}
    />
  )
  return sendPage(c, page, found ? 200 : 422)
}

/** By an address that is a way in, or by what the journal calls them. */
function findAsked({ var: { db } }: Context<Env>, who: string) {
  const email = readEmail(who)
  return email === null ? findByPseudonym(db, who) : findPersonByIdentity(db, 'email', email)
}

/** Somebody else, or they themselves, were quicker. */
async function isGone(c: Context<Env>): Promise<boolean> {
  authorize(c.var.actor, 'person.erase', null)
  return wasErased(c.var.db, c.req.param('pseudonym') ?? '')
}

async function requireSubject(c: Context<Env>): Promise<Subject> {
  authorize(c.var.actor, 'person.erase', null)
  const pseudonym = c.req.param('pseudonym') ?? ''
  const person = await findByPseudonym(c.var.db, pseudonym)
  if (!person) throw new NotFound('person')
  const address = addressesOf(c.var.locale).erasureOf(person.pseudonym)
  return { personId: person.id, name: `${person.displayName} (${pseudonym})`, address }
}
