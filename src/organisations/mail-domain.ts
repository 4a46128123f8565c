/** Where anybody can have an address: such a one proves nothing of an organisation. */
const freeMail: ReadonlySet<string> = new Set([
  'aol.com',
  'bbox.fr',
  'free.fr',
  'gmail.com',
  'gmx.com',
  'gmx.de',
  'gmx.fr',
  'gmx.net',
  'googlemail.com',
  'hotmail.com',
  'hotmail.fr',
  'icloud.com',
  'laposte.net',
  'live.com',
  'live.fr',
  'mail.com',
  'mail.ru',
  'mailo.com',
  'me.com',
  'msn.com',
  'neuf.fr',
  'numericable.fr',
  'orange.fr',
  'outlook.com',
  'outlook.fr',
  'pm.me',
  'proton.me',
  'protonmail.com',
  'qq.com',
  'sfr.fr',
  'tutanota.com',
  'wanadoo.fr',
  'web.de',
  'yahoo.com',
  'yahoo.fr',
  'yandex.com',
  'yandex.ru',
  'ymail.com',
])

export type DomainProblem = 'domain-unreadable' | 'domain-free-mail'

type ReadDomain = { ok: true; value: string } | { ok: false; problem: DomainProblem }

/** The domain of an organisation's addresses, in ASCII; «@» before it and capitals are forgiven. */
export function readDomain(typed: string): ReadDomain {
  const domain = toAscii(typed.trim().replace(/^@/, ''))
  if (domain === null) return { ok: false, problem: 'domain-unreadable' }
  const free = [...freeMail].some((one) => domain === one || domain.endsWith(`.${one}`))
  return free ? { ok: false, problem: 'domain-free-mail' } : { ok: true, value: domain }
}

function toAscii(typed: string): string | null {
  if (!/^[^\s/\\@:?#%[\]]+\.[^\s/\\@:?#%[\]]+$/.test(typed)) return null
  const { hostname } = URL.parse(`https://${typed}`) ?? {}
  const readable = hostname !== undefined && hostname.length <= 253
  return readable && /^([a-z0-9-]+\.)+[a-z][a-z0-9-]+$/.test(hostname) ? hostname : null
}

/** Whether an address is one of that very domain. */
export function isAtDomain(email: string, domain: string): boolean {
  return email.slice(email.lastIndexOf('@') + 1) === domain
}
