import type { Locale } from '../platform/messages.ts'
import { Pagination } from '../ui/pagination.tsx'
import { ContentView } from './content-view.tsx'
import { Byline } from './byline.tsx'
import type { Contribution } from './contribution.ts'
import { nameOf } from './place-parts.tsx'
import { words } from './words.ts'

/** A reply with how deep below the first word it stands, and how many support it. */
export type ThreadEntry = { contribution: Contribution; depth: number; supports: number }

/** One page of a thread. */
export type ThreadPage = { entries: ThreadEntry[]; count: number; page: number; pages: number }

/** Deeper replies are shown at this depth: a page has only so much width. */
const deepest = 3

/** Replies in reading order: each below what it answers, the oldest first. */
export function orderThread(
  replies: readonly Contribution[],
  root: number,
): Omit<ThreadEntry, 'supports'>[] {
  const below = Map.groupBy(replies, ({ replyTo }) => replyTo ?? 0)
  const entries: Omit<ThreadEntry, 'supports'>[] = []
  const open = (below.get(root) ?? [])
    .map((contribution) => ({ contribution, depth: 0 }))
    .toReversed()
  for (let next = open.pop(); next; next = open.pop()) {
    const { number } = next.contribution
    entries.push(next)
    const depth = Math.min(next.depth + 1, deepest)
    const answers = (below.get(number) ?? []).map((contribution) => ({ contribution, depth }))
    open.push(...answers.toReversed())
  }
  return entries
}

type Props = { locale: Locale; thread: ThreadPage; root: Contribution; mayReply: boolean }

/** What was said of a contribution, and the way to say something oneself. */
export function Thread({ locale, thread, root, mayReply }: Props) {
  const say = words(locale)
  const { entries, count, page, pages } = thread
  return (
    <section class="thread" aria-labelledby="replies">
      <h2 id="replies">{say('replies', { count })}</h2>
      {mayReply && (
        <p>
          <a class="button" href={`/${locale}/contributions/${root.number}/reply`}>
            {say('reply')}
          </a>
        </p>
      )}
      {entries.length > 0 && (
        <ol class="replies">
          {entries.map((entry) => (
            <Reply locale={locale} entry={entry} root={root} mayReply={mayReply} />
          ))}
        </ol>
      )}
      <Pagination
        locale={locale}
        page={page}
        pages={pages}
        hrefOf={(at) => `/${locale}/contributions/${root.number}?page=${at}#replies`}
      />
    </section>
  )
}

/** A thread is read by everybody: what waits for a moderator has no name there, as what is withheld. */
function pendingUnnamed(contribution: Contribution): Contribution {
  return contribution.state === 'pending' ? { ...contribution, state: 'withheld' } : contribution
}

type ReplyProps = { locale: Locale; entry: ThreadEntry; root: Contribution; mayReply: boolean }

function Reply({ locale, entry, root, mayReply }: ReplyProps) {
  const say = words(locale)
  const { contribution, depth, supports } = entry
  const { number, replyTo, state } = contribution
  const here = `/${locale}/contributions/${number}`
  return (
    <li class={`reply depth-${depth}`} id={`c-${number}`}>
      <p class="reply-head">
        <a href={here}>{nameOf(locale, contribution)}</a>
        {replyTo !== root.number && (
          <span class="fine"> {say('answers-number', { number: replyTo ?? 0 })}</span>
        )}
      </p>
      <p class="byline">
        <Byline contribution={pendingUnnamed(contribution)} locale={locale} />
      </p>
      {state === 'published' ? (
        <ContentView locale={locale} contribution={contribution} />
      ) : (
        <p class="empty">{say(`now-${state}`)}</p>
      )}
      {state === 'published' && (
        <p class="fine">
          {supports > 0 && `${say('supports', { count: supports })} · `}
          {mayReply && (
            <>
              <a href={`${here}/reply`}>{say('reply-to-this')}</a>
              {' · '}
            </>
          )}
          <a href={`${here}/flag`} rel="nofollow" aria-label={say('flag', { number })}>
            {say('flag-this')}
          </a>
        </p>
      )}
    </li>
  )
}
