import { sha256 } from '../platform/canonical.ts'
import type { Db } from '../platform/db/connect.ts'
import { hashNetwork } from '../platform/networks/network.ts'
import { foldWords, sketch as sketchOf } from './folded-words.ts'
import { readFormKey } from './form-key.ts'
import { judge, signsOfWords, thresholds, type Facts, type Sign } from './judge.ts'
import { findLinks, type FoundLink } from './links.ts'
import { compareText, patternOf } from './pattern.ts'
import {
  countLinking,
  countNetwork,
  findAccount,
  findPattern,
  isCited,
  isReplayed,
  isSuspect,
  listForgiven,
  listForgivenWords,
  listSayings,
  savePost,
  saveSuspect,
} from './store.ts'

/** How a form came in. */
export type Sending = {
  /** Of the form. */
  formKey: string
  /** Of the site, which the form's own is signed with. */
  siteKey: Uint8Array
  /** From where; null where it is not known. */
  address: string | null
  /** Something stood in the field that nobody sees. */
  trapped: boolean
  /** Under which people reach the site: links to it are no sign. */
  publicUrl: string
}

export type Post = { number: number; revision: number; authorId: number; text: string }

/**
 * Compares a post with what came before it and remembers it, in its author's own transaction; the signs for which a moderator is to
 * look at it first, or null where it can be published.
 */
export async function suspectPost(
  tx: Db,
  post: Post,
  sending: Sending,
  now: Date,
): Promise<Sign[] | null> {
  const { number, authorId, text } = post
  const words = foldWords(text)
  const sketch = sketchOf(words)
  const wordsSha256 = sha256(words.join(' '))
  const network = await hashNetwork(tx, sending.address, now)
  const account = await findAccount(tx, authorId, wordsSha256)
  const said = compareText(sketch, await listSayings(tx, sketch), authorId)
  const age = now.getTime() - account.since.getTime()
  const newAccount = age < thresholds.newAccount && !account.trusted
  const links = findLinks(text, new URL(sending.publicUrl).host)
  const linking = { authorId, network, newAccount }
  const suspected = await judgeLinks(tx, links, linking, now)
  const facts: Facts = {
    trapped: sending.trapped,
    form: await readForm(tx, authorId, sending, now),
    characters: text.length,
    account: { ...account, age },
    network: network && (await countNetwork(tx, network, now)),
    links: suspected,
    text: said.facts,
  }
  const ofWords = await listForgivenWords(tx, wordsSha256, said.alike)
  const forgiven = new Set([
    ...(await listForgiven(tx, authorId)),
    ...ofWords.filter((sign) => signsOfWords.some((one) => one === sign)),
  ])
  const { held, signs } = judge(facts, forgiven)
  const root = said.nearest === null ? undefined : await findPattern(tx, said.nearest)
  const domain = suspected.find(({ suspect }) => suspect)?.domain
  const pattern = patternOf({ signs, domain, root, number, formKey: sending.formKey })
  await savePost(
    tx,
    { ...post, network, newAccount, held, wordsSha256, pattern, sketch, links },
    now,
  )
  return held ? signs : null
}

async function readForm(
  tx: Db,
  authorId: number,
  { formKey, siteKey }: Sending,
  now: Date,
): Promise<Facts['form']> {
  if (await isReplayed(tx, formKey, authorId)) return 'replayed'
  const openedAt = readFormKey(siteKey, formKey)
  return openedAt === null ? 'unsigned' : now.getTime() - openedAt.getTime()
}

type Linking = { authorId: number; network: Buffer | null; newAccount: boolean }

async function judgeLinks(tx: Db, links: readonly FoundLink[], linking: Linking, now: Date) {
  const judged: (FoundLink & { suspect: boolean })[] = []
  for (const { domain, shared } of links)
    judged.push({ domain, shared, suspect: await isSuspicious(tx, domain, linking, now) })
  return judged
}

/** Whether too many new accounts link to a name today, from too many networks at once; it then stays so. */
async function isSuspicious(
  tx: Db,
  domain: string,
  { authorId, network, newAccount }: Linking,
  now: Date,
): Promise<boolean> {
  const known = await isSuspect(tx, domain)
  if (!known && !newAccount) return false
  if (!known) {
    const { accounts, networks } = await countLinking(tx, { domain, authorId, network }, now)
    if (accounts < thresholds.linkingAccounts || networks < thresholds.linkingNetworks) return false
  }
  if (await isCited(tx, domain)) return false
  await saveSuspect(tx, domain, now)
  return true
}
