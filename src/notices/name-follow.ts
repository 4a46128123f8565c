import { nameOf } from '../contributions/index.ts'
import type { Db } from '../platform/db/connect.ts'
import type { Locale } from '../platform/messages.ts'
import { startOf } from '../reports/index.ts'
import { listNamed } from './name-store.ts'
import { words } from './words.ts'

/** What is followed, in the words of a language. */
export type NamedFollow = (locale: Locale) => string

/** What these subscriptions are of, by their ids. */
export async function nameFollow(
  db: Db,
  ids: readonly number[],
): Promise<Map<number, NamedFollow>> {
  const named = await listNamed(db, ids)
  return new Map(
    named.map(({ id, kind, text, said }) => [
      id,
      (locale) => {
        if (kind === 'contribution' && said) return nameOf(locale, said)
        if (kind === 'passage') return words(locale)('named-passage', { text: startOf({ text }) })
        if (kind === 'person') return text
        if (kind === 'topic') return words(locale)('named-topic', { title: text })
        return words(locale)('named-report', { title: text })
      },
    ]),
  )
}
