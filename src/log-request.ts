import type { Context } from 'hono'
import { NotAllowed, TooMany } from './platform/http/problems.ts'
import type { Env } from './request.ts'

/** Writes into the log what somebody tried who may not, and forms that another site sent. */
export function noteRefusal({ var: { log } }: Context<Env>, error: Error): void {
  if (error instanceof NotAllowed) {
    const { action, who } = error
    log.warn({ event: 'not-allowed', action, who }, 'an act was refused')
  } else if ('getResponse' in error) {
    log.warn({ event: 'forged-form' }, 'a form of another site was refused')
  } else if (error instanceof TooMany) {
    log.warn({ event: 'too-many', limit: error.limit }, 'a network asked too often')
  }
}

/** Without what signs somebody in, or is part of it. */
export function loggedPath(c: Context<Env>): string {
  return c.req.path.replace(
    /(\/(?:sign-in-links|address-links|attempts|verification|invitations|flags|unsubscriptions)\/)[^/]+/,
    '$1…',
  )
}
