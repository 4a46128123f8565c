import { Hono, type Context } from 'hono'
import { can } from '../permissions.ts'
import { frameOf, sendPage, showPanels, viewingOf, type Env, type Panel } from '../request.ts'
import { chooseDone } from '../ui/done-notice.tsx'
import { addressesOf } from './addresses.ts'
import { DescriptionPage } from './description-page.tsx'
import { parseOrganisation, parseRevision } from './forms.ts'
import { askToJoin, leaveOrganisation } from './keep-members.ts'
import { changeOrganisation } from './keep-organisation.ts'
import { stateOf, type Mandate, type Member } from './mandate.ts'
import { listMandates, listMembers } from './member-store.ts'
import { doneHere, OrganisationPage } from './organisation-page.tsx'
import { typedOf } from './organisation.ts'
import { requireKept, requireOrganisation } from './require-organisation.ts'
import { thingFor } from './verify-organisation.ts'
import { words } from './words.ts'

/** What modules above set into an organisation's page. */
export type OrganisationPanels = { organisation: readonly Panel<{ slug: string }>[] }

const here = '/organisations/:organisation'

/** An organisation's page, what it says of itself, asking to be one of its members. */
export function organisationPageRoutes(panels: OrganisationPanels) {
  return new Hono<Env>()
    .get(here, async (c) => showOrganisation(c, panels))
    .get(`${here}/description`, async (c) => {
      const organisation = await requireKept(c)
      const page = (
        <DescriptionPage
          frame={frameOf(c)}
          known={organisation}
          typed={typedOf(organisation)}
          problems={[]}
        />
      )
      return sendPage(c, page)
    })
    .post(`${here}/description`, async (c) => {
      const body = await c.req.parseBody({ all: true })
      const [typed, revision] = [parseOrganisation(body), parseRevision(body)]
      const organisation = await requireOrganisation(c)
      const { db, actor, locale, now } = c.var
      const { slug } = organisation
      const kept =
        actor.kind === 'visitor'
          ? { ok: false as const, problems: ['signed-out' as const] }
          : await changeOrganisation(db, actor, { slug, typed, revision }, now)
      if (kept.ok) return c.redirect(`${addressesOf(locale, organisation).page}?done=changed`, 303)
      // Only who has seen what it says now may replace it.
      const seen = kept.problems.some((problem) => problem === 'changed-since') ? {} : { revision }
      const page = (
        <DescriptionPage
          frame={frameOf(c, addressesOf(locale, organisation).description)}
          known={{ ...organisation, ...seen }}
          typed={typed}
          problems={kept.problems}
        />
      )
      return sendPage(c, page, 422)
    })
    .post(`${here}/membership`, async (c) => {
      const organisation = await requireOrganisation(c)
      const { db, actor, locale, now } = c.var
      const { page } = addressesOf(locale, organisation)
      // Signing in leads back to the page with the button.
      if (actor.kind === 'visitor') {
        return c.redirect(`/${locale}/account/sign-in?return=${encodeURIComponent(page)}`, 303)
      }
      await askToJoin(db, actor, organisation.slug, now)
      return c.redirect(`${page}?done=asked`, 303)
    })
    .post(`${here}/membership/end`, async (c) => {
      const organisation = await requireOrganisation(c)
      const { db, actor, locale, now } = c.var
      const left = await leaveOrganisation(db, actor, organisation.slug, now)
      const { page } = addressesOf(locale, organisation)
      return c.redirect(`${page}?${left.ok ? 'done=left' : `refused=${left.problem}`}`, 303)
    })
}

async function showOrganisation(c: Context<Env>, panels: OrganisationPanels) {
  const organisation = await requireOrganisation(c)
  const { db, actor, locale, now } = c.var
  const { id, slug } = organisation
  const members = await listMembers(db, id)
  const own = members.find(({ personId }) => personId === actor.personId)
  const thing = await thingFor(db, actor, organisation)
  const refused = chooseDone(['last-lead', 'in-hand-over'], c.req.query('refused'))
  const page = (
    <OrganisationPage
      frame={frameOf(c, addressesOf(locale, organisation).page)}
      organisation={organisation}
      speakers={speakersOf(await listMandates(db, id), members, now)}
      standing={standingOf(actor.personId, own)}
      may={{
        keep: can(actor, 'organisation.keep', { organisationId: id }),
        prove: can(actor, 'organisation.prove', thing),
        verify: can(actor, 'organisation.verify', { organisationId: id }),
      }}
      done={chooseDone(doneHere, c.req.query('done'))}
      refused={refused && words(locale)(refused)}
      panels={await showPanels(panels.organisation, viewingOf(c), { slug })}
    />
  )
  return sendPage(c, page)
}

function standingOf(personId: number | null, own: Member | undefined) {
  if (personId === null) return 'visitor'
  if (!own) return 'stranger'
  return own.since === null ? 'asking' : 'member'
}

/** Those who may speak for it now or will, with what they are in it. */
function speakersOf(mandates: readonly Mandate[], members: readonly Member[], now: Date) {
  const offices = new Map(members.map(({ personId, office }) => [personId, office]))
  return mandates
    .filter((mandate) => mandate.role === 'representative' && stateOf(mandate, now) !== 'over')
    .map(({ name, from, until, personId }) => {
      return { name, from, until, office: offices.get(personId) ?? null }
    })
}
