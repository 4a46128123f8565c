/** Where anybody can have an address, whatever the country: such a one proves nothing of an organisation. */
const freeMail: ReadonlySet<string> = new Set(
  'aol gmail gmx googlemail hotmail msn outlook yahoo yandex'.split(' '),
)

/** The same, of providers under one name: elsewhere `pm` or `laposte` may be somebody else. */
const freeMailDomains: ReadonlySet<string> = new Set(
  `
  aliceadsl.fr bbox.fr club-internet.fr free.fr neuf.fr numericable.fr orange.fr sfr.fr wanadoo.fr
  skynet.be telenet.be bluewin.ch hispeed.ch posteo.de t-online.de web.de libero.it tiscali.it virgilio.it
  btinternet.com telefonica.net terra.es ono.com sapo.pt clix.pt netcabo.pt telepac.pt bol.com.br
  ig.com.br terra.com.br uol.com.br prodigy.net.mx fibertel.com.ar maktoob.com menara.ma topnet.tn
  planet.tn tutamail.com tuta.io tuta.com fastmail.com hey.com inbox.ru list.ru bk.ru 163.com 126.com
  qq.com icloud.com me.com mac.com live.com live.fr live.be live.co.uk live.com.ar laposte.net mailo.com
  mail.com mail.ru pm.me proton.me protonmail.com protonmail.ch rocketmail.com tutanota.com ymail.com
  zoho.com zohomail.com naver.com rediffmail.com seznam.cz wp.pl onet.pl o2.pl yopmail.com
  `
    .trim()
    .split(/\s+/),
)

/** What stands between a name and its country, as in `.co.uk`. */
const secondLevel: ReadonlySet<string> = new Set(['ac', 'co', 'com', 'edu', 'gov', 'net', 'org'])

export type DomainProblem = 'domain-unreadable' | 'domain-free-mail'

type ReadDomain = { ok: true; value: string } | { ok: false; problem: DomainProblem }

/** The domain of an organisation's addresses, in ASCII; «@» before it and capitals are forgiven. */
export function readDomain(typed: string): ReadDomain {
  const domain = toAscii(typed.trim().replace(/^@/, ''))
  if (domain === null) return { ok: false, problem: 'domain-unreadable' }
  return isFreeMail(domain)
    ? { ok: false, problem: 'domain-free-mail' }
    : { ok: true, value: domain }
}

/** Under its own name or as a part of it: `mail.yahoo.fr`, `yahoo.com.br`, `hotmail.co.uk`. */
function isFreeMail(domain: string): boolean {
  const labels = domain.split('.')
  if (labels.some((_, at) => freeMailDomains.has(labels.slice(at).join('.')))) return true
  const last = labels.at(-2) ?? ''
  const name = secondLevel.has(last) && labels.length > 2 ? labels.at(-3) : last
  return name !== undefined && freeMail.has(name)
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
