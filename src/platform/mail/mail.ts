import { isIP } from 'node:net'
import type { MailPart } from './mail-parts.ts'

/** What is needed to write a mail: who it is from, under which address people reach the site, and the key that keeps it unread until it is sent. */
export type Mailing = { from: string; publicUrl: string; key: Uint8Array }

export type Mail = {
  to: string
  subject: string
  text: string
  lang: string
  /** What its HTML is made of; by itself, the paragraphs of the text. */
  parts?: readonly MailPart[]
  /** The address that ends such mails for whoever has this one, asked by a mail program in one step (RFC 8058). */
  unsubscribe?: string
}

/** An address that stands alone on a header's line: nothing in it could end the line or name another. */
export function isMailAddress(text: string): boolean {
  return text.length <= 254 && /^[^\p{C}\s<>()[\],;:"\\@]+@[^\p{C}\s<>()[\],;:"\\@]+$/u.test(text)
}

/** One line, whatever was typed in what it quotes. */
export function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\s]+/gu, ' ').trim()
}

/** Without the characters that turn the direction of what stands around them: what somebody typed stands beside what the site says. */
export function unturned(text: string): string {
  return text.replaceAll(/[\u202a-\u202e\u2066-\u2069]/g, '')
}

/** The site's name as mail addresses and message ids may bear it. */
export function mailHost(publicUrl: string): string {
  const { hostname } = new URL(publicUrl)
  return isIP(hostname.replaceAll(/[[\]]/g, '')) ? 'localhost' : hostname
}
