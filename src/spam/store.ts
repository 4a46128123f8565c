import { sql } from 'kysely'
import type { Db } from '../platform/db/connect.ts'
import type { FoundLink } from './links.ts'

/** Whether another account sent a form with that key. */
export async function isReplayed(tx: Db, key: string, authorId: number): Promise<boolean> {
  const found = await tx
    .selectFrom('contribution')
    .select('number')
    .where('idempotency_key', '=', key)
    .where('author_id', '<>', authorId)
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}

/** A moderator read a hold on suspicion and published what was held; nobody decided otherwise since. */
const published = sql`exists (
  select from moderation_decision decision where decision.hold_id = hold.id and decision.outcome = 'published'
    and not exists (select from moderation_decision later where later.ends = decision.id))`

const accepted = sql`join answer_contribution link on link.contribution_number = said.number
  join answer on answer.id = link.answer_id and answer.decision in ('accepted', 'accepted-in-part')`

type Account = { since: Date; trusted: boolean; held: number; sameWords: number }

/** What is known of an account, and how often it said those words. */
export async function findAccount(tx: Db, authorId: number, wordsSha256: Buffer): Promise<Account> {
  const { rows } = await sql<Account>`select person.created_at as since,
      exists (select from contribution said ${accepted} where said.author_id = person.id) as trusted,
      (select count(*)::int from contribution said join moderation_hold hold
        on hold.contribution_number = said.number and hold.ground = 'spam-defence'
        where said.author_id = person.id and not ${published}) as held,
      (select count(distinct contribution_number)::int from spam_post
        where author_id = person.id and words_sha256 = ${wordsSha256}) as "sameWords"
    from person where person.id = ${authorId}`.execute(tx)
  const [account] = rows
  if (!account) throw new Error('whoever posts has no account')
  return account
}

/** Signs that moderators overruled for that account, by publishing what it said. */
export async function listForgiven(tx: Db, authorId: number): Promise<string[]> {
  const { rows } = await sql<{ sign: string }>`select distinct unnest(hold.signs) as sign
    from moderation_hold hold join contribution said on said.number = hold.contribution_number
    where said.author_id = ${authorId} and hold.ground = 'spam-defence' and ${published}`.execute(
    tx,
  )
  return rows.map(({ sign }) => sign)
}

/** Signs that moderators overruled for those very words, or for words that are nearly theirs. */
export async function listForgivenWords(
  tx: Db,
  wordsSha256: Buffer,
  alike: readonly number[],
): Promise<string[]> {
  const { rows } = await sql<{ sign: string }>`select distinct unnest(hold.signs) as sign
    from moderation_hold hold where hold.ground = 'spam-defence' and ${published}
      and hold.contribution_number in (
        select contribution_number from spam_post where words_sha256 = ${wordsSha256}
        union all select unnest(${alike}::int[]))`.execute(tx)
  return rows.map(({ sign }) => sign)
}

const hour = 3600 * 1000

/** What came from a network today, and from new accounts within the hour. */
export async function countNetwork(tx: Db, network: Buffer, now: Date) {
  const { rows } = await sql<{ newPosts: number; posts: number; held: number }>`select
      count(*) filter (where new_account and at > ${new Date(now.getTime() - hour)})::int as "newPosts",
      count(*)::int as posts, count(*) filter (where held)::int as held
    from spam_post where network = ${network}`.execute(tx)
  return rows[0] ?? { newPosts: 0, posts: 0, held: 0 }
}

/** Who said a shingle of a text, in which contribution; the first twelve of each. */
export type Saying = { shingle: string; authorId: number; number: number }

export async function listSayings(tx: Db, sketch: readonly string[]): Promise<Saying[]> {
  if (sketch.length === 0) return []
  const { rows } = await sql<Saying>`select asked.shingle::text as shingle,
      said.author_id as "authorId", said.contribution_number as number
    from unnest(${sketch}::bigint[]) asked (shingle) cross join lateral (
      select author_id, contribution_number from spam_shingle
      where spam_shingle.shingle = asked.shingle order by contribution_number limit 12) said`.execute(
    tx,
  )
  return rows
}

/** The pattern under which a contribution was put. */
export async function findPattern(tx: Db, number: number): Promise<string | undefined> {
  const row = await tx
    .selectFrom('spam_post')
    .select('pattern')
    .where('contribution_number', '=', number)
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.pattern
}

type Linking = { domain: string; authorId: number; network: Buffer | null }

/** How many new accounts link to a name today, and from how many networks, whoever links now included. */
export async function countLinking(tx: Db, { domain, authorId, network }: Linking, now: Date) {
  const day = new Date(now.getTime() - 24 * hour)
  const { rows } = await sql<{ accounts: number; networks: number }>`select
      count(distinct author_id)::int as accounts,
      count(distinct coalesce(encode(network, 'hex'), author_id::text))::int as networks
    from (select author_id, network from spam_link
        where domain = ${domain} and new_account and at > ${day}
      union all select ${authorId}::int, ${network}::bytea) linking`.execute(tx)
  return rows[0] ?? { accounts: 0, networks: 0 }
}

export async function isSuspect(tx: Db, domain: string): Promise<boolean> {
  const found = await tx
    .selectFrom('spam_domain')
    .select('domain')
    .where('domain', '=', domain)
    .executeTakeFirst()
  return found !== undefined
}

export async function saveSuspect(tx: Db, domain: string, now: Date): Promise<void> {
  await tx
    .insertInto('spam_domain')
    .values({ domain, since: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/**
 * Whether a name is known in good part: a report's newest edition has it, or a contribution that the editors accepted or that a
 * moderator published though it had been held.
 */
export async function isCited(tx: Db, domain: string): Promise<boolean> {
  const { rows } = await sql<{ cited: boolean }>`select
      exists (select from edition_block block
        where block.edition_id in (select max(id) from edition group by report_id)
          and (strpos(block.text, ${domain}) > 0 or strpos(block.marks::text, ${domain}) > 0))
      or exists (select from spam_link cited join contribution said on said.number = cited.contribution_number
        ${accepted} where cited.domain = ${domain})
      or exists (select from spam_link cited join moderation_hold hold
        on hold.contribution_number = cited.contribution_number and hold.ground = 'spam-defence'
        where cited.domain = ${domain} and ${published}) as cited`.execute(tx)
  return rows[0]?.cited ?? false
}

export type JudgedPost = {
  number: number
  revision: number
  authorId: number
  network: Buffer | null
  newAccount: boolean
  held: boolean
  wordsSha256: Buffer
  pattern: string
}

/** Remembers a post, for the next ones to be compared with. */
export async function savePost(
  tx: Db,
  post: JudgedPost & { sketch: readonly string[]; links: readonly FoundLink[] },
  now: Date,
): Promise<void> {
  const { number, authorId, network, newAccount, sketch, links } = post
  await tx
    .insertInto('spam_post')
    .values({
      contribution_number: number,
      revision: post.revision,
      author_id: authorId,
      at: now,
      network,
      new_account: newAccount,
      held: post.held,
      words_sha256: post.wordsSha256,
      pattern: post.pattern,
    })
    .execute()
  await sql`insert into spam_shingle (shingle, author_id, contribution_number, at)
    select shingle, ${authorId}, ${number}, ${now} from unnest(${sketch}::bigint[]) shingle
    on conflict do nothing`.execute(tx)
  if (links.length === 0) return
  const rows = links.map(({ domain }) => ({
    contribution_number: number,
    domain,
    author_id: authorId,
    at: now,
    network,
    new_account: newAccount,
  }))
  await tx
    .insertInto('spam_link')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Takes the networks of the days that are over out, and what is older than it is compared with. */
export async function deleteOldPosts(tx: Db, today: Date, before: Date): Promise<void> {
  await sql`update spam_post set network = null where network is not null and at < ${today}`.execute(
    tx,
  )
  await sql`update spam_link set network = null where network is not null and at < ${today}`.execute(
    tx,
  )
  await tx.deleteFrom('spam_post').where('at', '<', before).execute()
  await tx.deleteFrom('spam_shingle').where('at', '<', before).execute()
  await tx.deleteFrom('spam_link').where('at', '<', before).execute()
  await tx.deleteFrom('spam_domain').where('since', '<', before).execute()
}
