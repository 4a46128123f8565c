import type { Config } from '../platform/config.ts'

/** The language of the pages that commands lead to; each page offers the others. */
export const commandLocale = 'fr' as const

/** Where people reach the site; without PUBLIC_URL it is the demonstration, where it listens. */
export function publicUrlOf({ publicUrl, host, port }: Config): string {
  return publicUrl ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}
