/** What can make the defence suspect a post: names that stand in the database, and that the messages know. */
export const signs = [
  'hidden-field',
  'too-fast',
  'hasty',
  'form-unsigned',
  'form-replayed',
  'new-account',
  'held-before',
  'busy-network',
  'link',
  'many-links',
  'linked-domain',
  'shared-domain',
  'copied-text',
  'campaign-text',
  'says-it-again',
] as const
export type Sign = (typeof signs)[number]

/** Those that are of a post's words and links, rather than of who sends it or how. */
export const signsOfWords: readonly Sign[] = [
  'link',
  'many-links',
  'linked-domain',
  'shared-domain',
  'copied-text',
  'campaign-text',
  'says-it-again',
]

/** What is known of a post and of what came before it. */
export type Facts = {
  /** Something stands in the field that nobody sees. */
  trapped: boolean
  /** Milliseconds from opening the form to sending it; or it is none of ours, or one that another account sent. */
  form: number | 'unsigned' | 'replayed'
  characters: number
  account: {
    /** Milliseconds. */
    age: number
    /** Editors accepted something that it said, or a moderator published what was held. */
    trusted: boolean
    /** Of its posts, those that wait on suspicion or were withheld. */
    held: number
    /** How often it said these words before. */
    sameWords: number
  }
  /** Of new accounts of its network in the last hour; and of all of it today. Null where it is not known. */
  network: { newPosts: number; posts: number; held: number } | null
  links: readonly { shared: boolean; suspect: boolean }[]
  text: {
    /** Of its shingles, the share that three or more other accounts have said. */
    known: number
    /** Of its shingles, the largest share that one other account has said in one post. */
    copied: number
    shingles: number
    /** Its own account said it first. */
    original: boolean
  }
}

const day = 24 * 3600 * 1000

/** The numbers that the signs rest on. `decisions/0023-spam.md` says where they come from. */
export const thresholds = {
  /** Milliseconds: nobody reads a form, writes and looks at the preview in less. */
  tooFast: 3000,
  /** Characters a second: faster than anybody types, though not than somebody pastes. */
  hasty: 15,
  /** Milliseconds for which an account is new. */
  newAccount: 14 * day,
  /** Held posts of one account, from which on the next one is suspect, too. */
  heldBefore: 2,
  /** Posts of new accounts of one network in an hour. */
  busyNetwork: 60,
  /** Different domains in one post. */
  manyLinks: 3,
  /** New accounts that link to one name on one day, and their networks, from which on it is suspect. */
  linkingAccounts: 4,
  linkingNetworks: 3,
  /** Shingles: shorter texts are alike by chance. */
  leastShingles: 12,
  /** Shares of shingles. */
  campaign: 0.6,
  copied: 0.75,
  /** How often somebody says the same before it is too often. */
  sameWords: 3,
  /** Posts of a network today, and the share that was held, for it to stand well. */
  standingPosts: 10,
  standingHeld: 0.1,
} as const

/** How much each sign weighs; at 1 a post is held. */
export const weights: Record<Sign, number> = {
  'hidden-field': 1,
  'too-fast': 1,
  hasty: 0.2,
  'form-unsigned': 0.8,
  'form-replayed': 1,
  'new-account': 0.2,
  'held-before': 0.3,
  'busy-network': 0.05,
  link: 0.1,
  'many-links': 0.3,
  'linked-domain': 0.9,
  'shared-domain': 0.7,
  'copied-text': 0.4,
  'campaign-text': 1,
  'says-it-again': 0.8,
}

/** What a network that stands well makes links weigh less, and how much more it takes to hold whom one trusts. */
const standing = 0.3
const trust = 0.5

export type Judgement = { held: boolean; signs: Sign[] }

/** Which signs a post shows, but those that a moderator has forgiven, and whether a moderator is to look first. */
export function judge(facts: Facts, forgiven: ReadonlySet<string> = new Set()): Judgement {
  const found = [
    ...signsOfForm(facts),
    ...signsOfAccount(facts),
    ...signsOfLinks(facts),
    ...signsOfText(facts),
  ].filter((sign) => !forgiven.has(sign))
  const total = found.reduce((sum, sign) => sum + weights[sign], 0)
  const linked = found.includes('linked-domain') || found.includes('shared-domain')
  const eased = linked && standsWell(facts.network) ? standing : 0
  // To the thousandth: 0.7 + 0.2 + 0.1 is 1.
  const suspicion = Math.round((total - eased) * 1000) / 1000
  return { held: suspicion >= 1 + (facts.account.trusted ? trust : 0), signs: found }
}

/** Those of how a form was sent. */
export function signsOfForm({
  trapped,
  form,
  characters,
}: Pick<Facts, 'trapped' | 'form' | 'characters'>): Sign[] {
  const trap: Sign[] = trapped ? ['hidden-field'] : []
  if (form === 'unsigned' || form === 'replayed') return [...trap, `form-${form}`]
  if (form < thresholds.tooFast) return [...trap, 'too-fast']
  const hasty = characters / (form / 1000) > thresholds.hasty
  return hasty ? [...trap, 'hasty'] : trap
}

function signsOfAccount({ account, network }: Facts): Sign[] {
  const isNew = account.age < thresholds.newAccount && !account.trusted
  return listOf({
    'new-account': isNew,
    'held-before': account.held >= thresholds.heldBefore && !account.trusted,
    'busy-network': network !== null && network.newPosts >= thresholds.busyNetwork && isNew,
  })
}

function signsOfLinks({ account, links }: Facts): Sign[] {
  if (account.trusted || links.length === 0) return []
  const suspect = links.filter((one) => one.suspect)
  const own = suspect.some(({ shared }) => !shared)
  return listOf({
    link: true,
    'many-links': links.length >= thresholds.manyLinks,
    'linked-domain': own,
    'shared-domain': !own && suspect.length > 0,
  })
}

/** Of short texts none: «d’accord» is said by many, and many times. */
function signsOfText({ account, text }: Facts): Sign[] {
  if (text.shingles < thresholds.leastShingles) return []
  const campaign = !text.original && text.known >= thresholds.campaign
  return listOf({
    'campaign-text': campaign,
    'copied-text': !text.original && !campaign && text.copied >= thresholds.copied,
    'says-it-again': account.sameWords >= thresholds.sameWords,
  })
}

function standsWell(network: Facts['network']): boolean {
  if (network === null) return false
  const { posts, held } = network
  return posts >= thresholds.standingPosts && held / posts <= thresholds.standingHeld
}

function listOf(shown: { [S in Sign]?: boolean }): Sign[] {
  return signs.filter((sign) => shown[sign])
}
