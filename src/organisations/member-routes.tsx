import { Hono, type Context } from 'hono'
import type { OfficeProblem } from '../people/index.ts'
import { frameOf, sendPage, type Env } from '../request.ts'
import { chooseDone } from '../ui/done-notice.tsx'
import { addressesOf } from './addresses.ts'
import { parseMandate, parseOffice } from './forms.ts'
import {
  acceptMember,
  endMandate,
  mandateMember,
  removeMember,
  titleMember,
} from './keep-members.ts'
import type { MandateProblem, Member, TypedMandate } from './mandate.ts'
import { doneWithMember, MemberPage } from './member-page.tsx'
import { doneWithMembers, MembersPage } from './members-page.tsx'
import { findMember, listMandates, listMembers } from './member-store.ts'
import type { Organisation } from './organisation.ts'
import { numberIn, requireKept, requireMember } from './require-organisation.ts'
import { words } from './words.ts'

const here = '/organisations/:organisation/members'
const refusals = ['last-lead', 'in-hand-over', 'over-already'] as const

/** Keeping an organisation's members and what they may do for it. */
export const memberRoutes = new Hono<Env>()
  .get(here, async (c) => {
    const organisation = await requireKept(c)
    const { db, locale, now } = c.var
    const page = (
      <MembersPage
        frame={frameOf(c, addressesOf(locale, organisation).members)}
        organisation={organisation}
        members={await listMembers(db, organisation.id)}
        mandates={await listMandates(db, organisation.id)}
        now={now}
        done={chooseDone(doneWithMembers, c.req.query('done'))}
        refused={refusedIn(c)}
      />
    )
    return sendPage(c, page)
  })
  .post(`${here}/:member/acceptance`, async (c) => {
    const organisation = await requireKept(c)
    const { db, actor, locale, now } = c.var
    await acceptMember(db, actor, membershipIn(c, organisation), now)
    return c.redirect(`${addressesOf(locale, organisation).members}?done=accepted`, 303)
  })
  .post(`${here}/:member/removal`, async (c) => {
    const organisation = await requireKept(c)
    const { db, actor, locale, now } = c.var
    const there = addressesOf(locale, organisation)
    const back = (await isOwn(c, organisation)) ? there.page : there.members
    const left = await removeMember(db, actor, membershipIn(c, organisation), now)
    return c.redirect(`${back}?${left.ok ? 'done=removed' : `refused=${left.problem}`}`, 303)
  })
  .get(`${here}/:member`, async (c) => {
    const organisation = await requireKept(c)
    return showMember(c, organisation, { problems: [] })
  })
  .post(`${here}/:member/office`, async (c) => {
    const organisation = await requireKept(c)
    const typed = parseOffice(await c.req.parseBody({ all: true }))
    const { db, actor, now } = c.var
    const titled = { ...membershipIn(c, organisation), ...typed }
    const saved = await titleMember(db, actor, titled, now)
    if (!saved.ok) return showMember(c, organisation, { typed, problems: [saved.problem] })
    return leadBack(c, organisation, 'done=office-saved')
  })
  .post(`${here}/:member/mandates`, async (c) => {
    const organisation = await requireKept(c)
    const typed = parseMandate(await c.req.parseBody({ all: true }))
    const { db, actor, now } = c.var
    const given = { ...membershipIn(c, organisation), typed }
    const mandated = await mandateMember(db, actor, given, now)
    if (!mandated.ok) return showMember(c, organisation, { typed, problems: mandated.problems })
    return leadBack(c, organisation, 'done=mandated')
  })
  .post(`${here}/:member/mandates/:mandate/end`, async (c) => {
    const organisation = await requireKept(c)
    const { db, actor, now } = c.var
    const ending = { ...membershipIn(c, organisation), grantId: numberIn(c, 'mandate') }
    const own = await isOwn(c, organisation)
    const ended = await endMandate(db, actor, ending, now)
    // Whoever ended their own keeping of it has no way back to where it is kept.
    if (ended.ok && own) {
      return c.redirect(`${addressesOf(c.var.locale, organisation).page}?done=ended`, 303)
    }
    return leadBack(c, organisation, ended.ok ? 'done=ended' : `refused=${ended.problem}`)
  })

function membershipIn(c: Context<Env>, { slug }: Organisation) {
  return { slug, memberId: numberIn(c, 'member') }
}

async function isOwn(c: Context<Env>, { id }: Organisation): Promise<boolean> {
  const member = await findMember(c.var.db, id, numberIn(c, 'member'))
  return member !== undefined && member.personId === c.var.actor.personId
}

function refusedIn(c: Context<Env>): string | null {
  const refused = chooseDone(refusals, c.req.query('refused'))
  return refused && words(c.var.locale)(refused)
}

function leadBack(c: Context<Env>, organisation: Organisation, query: string) {
  const there = addressesOf(c.var.locale, organisation)
  return c.redirect(`${there.member(numberIn(c, 'member'))}?${query}`, 303)
}

type Shown = {
  typed?: Partial<TypedMandate & { office: string; officeTitle: string }>
  problems: readonly (MandateProblem | OfficeProblem)[]
}

async function showMember(c: Context<Env>, organisation: Organisation, shown: Shown) {
  const member: Member = await requireMember(c, organisation)
  const { db, locale, now } = c.var
  const mandates = await listMandates(db, organisation.id)
  const { office } = member
  const page = (
    <MemberPage
      frame={frameOf(c, addressesOf(locale, organisation).member(member.id))}
      organisation={organisation}
      member={member}
      mandates={mandates.filter(({ personId }) => personId === member.personId)}
      now={now}
      typed={{
        role: 'representative',
        from: '',
        until: '',
        office: office?.kind ?? '',
        officeTitle: office?.title ?? '',
        ...shown.typed,
      }}
      problems={shown.problems}
      done={shown.problems.length > 0 ? null : chooseDone(doneWithMember, c.req.query('done'))}
      refused={refusedIn(c)}
    />
  )
  return sendPage(c, page, shown.problems.length > 0 ? 422 : 200)
}
