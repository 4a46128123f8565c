import type { World } from './world.ts'

export const team = '/fr/workshop/reports/petite-loi/team'

export type InvitationFields = Partial<
  Record<'email' | 'locale' | 'role' | 'until' | 'message', string>
>

export function invitationForm(email: string, fields: InvitationFields = {}): [string, string][] {
  const typed = { email, locale: 'fr', role: 'rapporteur', until: '', message: '', ...fields }
  return Object.entries(typed)
}

type Invited = { address?: string; email: string; fields?: InvitationFields }

/** Sends the form of a team that invites somebody. */
export function inviteTo(
  world: World,
  { address = team, email, fields }: Invited,
  as: { cookie: string },
): Promise<Response> {
  return world.post(`${address}/invitations`, invitationForm(email, fields), as)
}
