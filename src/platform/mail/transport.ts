import { createTransport } from 'nodemailer'
import { isLoopback } from '../web-address.ts'

/** A whole message and the envelope that it travels in. */
export type Outgoing = { from: string; to: string; bytes: Buffer }

/** `temporary`: to be tried again; `permanent`: it would be refused again. `code`: the server's answer. */
export type Delivery =
  | { ok: true }
  | { ok: false; problem: 'temporary' | 'permanent'; code: number | null }

export type MailTransport = {
  /** A server takes mails away; a mailbox is what keeps them, here. */
  kind: 'smtp' | 'mailbox'
  deliver(outgoing: Outgoing, signal: AbortSignal): Promise<Delivery>
  close(): void
}

const connectMs = 10_000
const answerMs = 20_000

/**
 * Hands mails to the server of an smtp or smtps address: encrypted (RFC 8314, RFC 3207), unless it is on this
 * machine or its address ends with `?requireTLS=false`, for a relay that has no TLS.
 */
export function openSmtp(url: string): MailTransport {
  const smtp = createTransport({
    url,
    requireTLS: mustEncrypt(new URL(url)),
    pool: true,
    maxConnections: 2,
    connectionTimeout: connectMs,
    greetingTimeout: connectMs,
    dnsTimeout: connectMs,
    socketTimeout: answerMs,
  })
  return {
    kind: 'smtp',
    deliver: async ({ from, to, bytes }, signal) => {
      try {
        await smtp.sendMail({ envelope: { from, to: [to] }, raw: bytes, signal })
        return { ok: true }
      } catch (error) {
        return { ok: false, ...judge(error) }
      }
    },
    close: () => smtp.close(),
  }
}

/** Whether the server of an smtp address is handed nothing in clear. */
export function mustEncrypt({ hostname, searchParams }: URL): boolean {
  const said = searchParams.get('requireTLS')
  return said === null ? !isLoopback(hostname) : said !== 'false'
}

/** Where there is no mail server: the demonstration shows its mails instead. */
export const mailbox: MailTransport = {
  kind: 'mailbox',
  deliver: async () => ({ ok: true }),
  close: () => {},
}

/** Only what it says of this recipient or this message is final: the rest, an operator can mend. */
function judge(error: unknown): { problem: 'temporary' | 'permanent'; code: number | null } {
  const code = numberIn(error, 'responseCode')
  const about = fieldOf(error, 'command')
  const final = code !== null && code >= 500 && (about === 'RCPT TO' || about === 'DATA')
  return { problem: final ? 'permanent' : 'temporary', code }
}

function numberIn(error: unknown, name: string): number | null {
  const value = fieldOf(error, name)
  return typeof value === 'number' && value >= 400 && value <= 599 ? value : null
}

function fieldOf(error: unknown, name: string): unknown {
  return error instanceof Error ? Object.getOwnPropertyDescriptor(error, name)?.value : undefined
}
