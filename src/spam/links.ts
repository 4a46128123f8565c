/** A link in what somebody says. */
export type FoundLink = { domain: string; shared: boolean }

/** Where anybody gets an address without being asked who they are: its name says nothing of who is behind it. */
const shared = new Set([
  'bit.ly',
  'tinyurl.com',
  'cutt.ly',
  'is.gd',
  't.co',
  'goo.gl',
  'ow.ly',
  'buff.ly',
  'rb.gy',
  'urlz.fr',
  'shorturl.at',
  'v.gd',
  't.ly',
  'tiny.cc',
  'lc.cx',
  'frama.link',
  'wordpress.com',
  'blogspot.com',
  'blogspot.fr',
  'over-blog.com',
  'github.io',
  'medium.com',
  'youtube.com',
  'youtu.be',
  'google.com',
  'google.fr',
  'facebook.com',
  'wixsite.com',
])

/** Below these names are registered, besides top-level domains themselves: the common ones in Europe and in Latin America. */
const registries = new Set([
  'gouv.fr',
  'asso.fr',
  'nom.fr',
  'co.uk',
  'org.uk',
  'ac.uk',
  'gov.uk',
  'com.br',
  'com.co',
  'com.ec',
  'gob.ec',
  'com.mx',
  'com.ar',
  'gob.mx',
  'com.au',
  'co.jp',
  'gouv.sn',
  'com.tr',
])

/** Public bodies and reference works: that many new accounts cite them is no sign of anything. */
const references = new Set([
  'wikipedia.org',
  'wikimedia.org',
  'wikisource.org',
  'wiktionary.org',
  'europa.eu',
  'senat.fr',
  'assemblee-nationale.fr',
  'elysee.fr',
  'conseil-constitutionnel.fr',
  'conseil-etat.fr',
  'courdecassation.fr',
  'ccomptes.fr',
  'cnil.fr',
  'lecese.fr',
  'service-public.fr',
  'bnf.fr',
  'vie-publique.fr',
  'insee.fr',
  'un.org',
  'oecd.org',
  'coe.int',
  'w3.org',
  'ietf.org',
])

const address = /\b(?:https?:\/\/|www\.)([^\s/<>()[\]"'«»?#]+)/giu

/** Where the links of a text lead to, each registered name once; this site and what everybody cites are left out. */
export function findLinks(text: string, ownHost: string): FoundLink[] {
  const own = registeredName(ownHost)
  const names = [...text.normalize('NFKC').matchAll(address)].map(([, authority = '']) =>
    registeredName(authority.replace(/^[^@]*@/, '')),
  )
  return [...new Set(names)]
    .filter((domain) => domain.includes('.') && domain !== own && !isReference(domain))
    .map((domain) => ({ domain, shared: shared.has(domain) }))
}

/** `blog.town.example.co.uk:8080` is registered as `example.co.uk`. */
export function registeredName(authority: string): string {
  const host = authority
    .toLowerCase()
    .replace(/:\d*$/, '')
    .replace(/[.,;:!]+$/, '')
  const labels = host.split('.')
  const lastTwo = labels.slice(-2).join('.')
  return registries.has(lastTwo) ? labels.slice(-3).join('.') : lastTwo
}

function isReference(domain: string): boolean {
  return references.has(domain) || /\.(gouv\.fr|gov\.uk|gob\.[a-z]{2}|gouv\.[a-z]{2})$/.test(domain)
}
