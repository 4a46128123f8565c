import {
  findMembership,
  findOrganisation,
  makeOrganisation,
  mandateMember,
  titleMember,
  verifyByHand,
} from '../organisations/index.ts'
import { saveAbout } from '../people/index.ts'
import { operator, type Actor } from '../permissions.ts'
import type { Db } from '../platform/db/connect.ts'
import { assertDone } from './assert-done.ts'
import { organisations, type SampleOrganisation } from './organisations.ts'

/** Makes the organisations, each by its lead, who gets a mandate to speak for it; one of them is verified. */
export async function fillOrganisations(
  db: Db,
  refresh: (subject: string) => Promise<Actor>,
  now: Date,
): Promise<void> {
  for (const organisation of organisations) await fill(db, refresh, { organisation, now })
}

type One = { organisation: SampleOrganisation; now: Date }

async function fill(
  db: Db,
  refresh: (subject: string) => Promise<Actor>,
  { organisation, now }: One,
): Promise<void> {
  const { slug, lead, typed, verified, office, untilYear } = organisation
  const maker = await refresh(lead)
  assertDone(await makeOrganisation(db, maker, { typed, key: `demonstration-${slug}` }, now))
  const keeper = await refresh(lead)
  const found = await findOrganisation(db, slug)
  const member = found && (await findMembership(db, found.id, keeper.personId ?? 0))
  if (!member) throw new Error(`the demonstration did not make ${slug}`)
  const of = { slug, memberId: member.id }
  const year = now.getUTCFullYear() + untilYear
  const mandate = { role: 'representative', from: '', until: `${year}-06-30` }
  assertDone(await mandateMember(db, keeper, { ...of, typed: mandate }, now))
  if (office) {
    const { kind, title } = office
    assertDone(await titleMember(db, keeper, { ...of, office: kind, officeTitle: title }, now))
    const { territory, languages } = found
    await saveAbout(db, member.personId, { territory, languages, office })
  }
  if (verified) assertDone(await verifyByHand(db, operator, { slug, reason: verified }, now))
  await refresh(lead)
}
