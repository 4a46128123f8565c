import type { Context } from 'hono'
import type { Env } from '../request.ts'
import type { Sending } from './suspect-post.ts'
import { isTrapped } from './trap-field.tsx'

/** How the form of that key came in, for the defence against spam. */
export function sendingOf(
  c: Context<Env>,
  formKey: string,
  body: { [name: string]: unknown },
): Sending {
  const { address, mailing, publicUrl } = c.var
  return { formKey, siteKey: mailing.key, address, trapped: isTrapped(body), publicUrl }
}
