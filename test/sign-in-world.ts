import assert from 'node:assert/strict'
import { sessionCookie } from '../src/people/index.ts'
import { openContent } from '../src/platform/mail/content.ts'
import type { ProviderSettings } from '../src/platform/oidc/provider-settings.ts'
import { openWorld, testMailing, type World } from './world.ts'

export const minute = 60_000
export const links = '/fr/account/sign-in-links'

export type Form = [string, string][]
export const nour: Form = [
  ['name', 'Nour B.'],
  ['side', 'citizen'],
  ['terms', '1'],
  ['organisation', ''],
]

export type SignInWorld = World & {
  ask(email: string, returnTo?: string): Promise<Response>
  mailsTo(email: string): Promise<{ subject: string; text: string; lang: string }[]>
  /** Asks for a link and reads its path in the mail. */
  linkFor(email: string, returnTo?: string): Promise<string>
  /** Signs in by mail; the first time under that name. */
  enter(email: string, name: string): Promise<{ cookie: string }>
  /** Moves the links of an address into the past. */
  age(email: string, milliseconds: number): Promise<void>
  countOf(table: 'session' | 'person'): Promise<number>
}

/** A world whose mail is read where it waits to be sent. */
export async function openSignInWorld(
  providers: readonly ProviderSettings[] = [],
): Promise<SignInWorld> {
  const world = await openWorld({ providers })
  const ask = (email: string, returnTo = '/fr/journal') =>
    world.post(links, [
      ['email', email],
      ['return', returnTo],
    ])
  const mailsTo = (email: string) => readMails(world, email)
  const linkFor = async (email: string, returnTo?: string) => {
    assert.equal((await ask(email, returnTo)).status, 303)
    const mail = (await mailsTo(email)).at(-1)
    const path = linkIn(mail?.text ?? '')
    assert.ok(path, 'the mail holds a link')
    return path
  }
  return {
    ...world,
    ask,
    mailsTo,
    linkFor,
    enter: async (email, name) => {
      const form: Form = [
        ['name', name],
        ['side', 'academic'],
        ['terms', '1'],
      ]
      return cookieOf(await world.post(await linkFor(email), form))
    },
    age: (email, milliseconds) => ageLinks(world, email, milliseconds),
    countOf: async (table) => {
      const { count } = await world.db
        .selectFrom(table)
        .select((select) => select.fn.countAll<string>().as('count'))
        .executeTakeFirstOrThrow()
      return Number(count)
    },
  }
}

export function linkIn(text: string): string | undefined {
  return /http:\/\/vivace\.test(\/\S+)$/m.exec(text)?.[1]
}

export function cookieOf(response: Response): { cookie: string } {
  const given = response.headers.get('Set-Cookie') ?? ''
  const value = new RegExp(`${sessionCookie}=([^;]+)`).exec(given)
  assert.ok(value, 'a session is opened')
  return { cookie: value[0] }
}

export async function textOf(response: Response | Promise<Response>): Promise<string> {
  return (await response).text()
}

export async function readMails({ db }: World, email: string) {
  const rows = await db.selectFrom('mail').select(['message_id', 'content']).orderBy('id').execute()
  return rows
    .flatMap(({ message_id: id, content }) =>
      content ? [openContent(testMailing.key, id, content)] : [],
    )
    .filter(({ to }) => to === email.toLowerCase())
}

async function ageLinks({ db }: World, email: string, milliseconds: number): Promise<void> {
  const rows = await db.selectFrom('sign_in_link').selectAll().where('email', '=', email).execute()
  const before = (date: Date) => new Date(date.getTime() - milliseconds)
  for (const { token_sha256: id, created_at: created, expires_at: expires } of rows) {
    await db
      .updateTable('sign_in_link')
      .set({ created_at: before(created), expires_at: before(expires) })
      .where('token_sha256', '=', id)
      .execute()
  }
}
