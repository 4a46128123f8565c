import type { Locale } from '../platform/messages.ts'
import type { Report } from '../reports/index.ts'

/** The addresses of a report's working text, and of what changed in it. `because`: for which contributions. */
export function addressesOf(locale: Locale, { slug }: Pick<Report, 'slug'>) {
  const front = `/${locale}/reports/${slug}`
  const queue = `/${locale}/workshop/reports/${slug}`
  const text = `${queue}/text`
  const changes = `${queue}/changes`
  const block = (id: string) => `${text}/${id}`
  return {
    front,
    queue,
    importing: `${queue}/import`,
    text,
    insertions: `${text}/insertions`,
    changes,
    onlyFiles: `${changes}?causes=file`,
    change: (id: number) => `${changes}/${id}`,
    passage: (id: string) => `${front}/passages/${id}`,
    block,
    /** The page of the text that has the block. */
    around: (id: string) => `${text}?at=${id}#${id}`,
    inserting: (after: string | null, because = '') =>
      withQuery(`${text}/insertion`, { after: after ?? '', because }),
    removing: (id: string, because = '') => withQuery(`${block(id)}/removal`, { because }),
    splitting: (id: string, because = '') => withQuery(`${block(id)}/split`, { because }),
    merging: (id: string, because = '') => withQuery(`${block(id)}/merger`, { because }),
    undoing: (id: number) => `${changes}/${id}/undoing`,
    /** The text, to choose a place in it for a block, beginning near another. */
    placing: (id: string, { near = id, because = '' } = {}) =>
      `${withQuery(text, { moving: id, at: near, because })}#${near}`,
    moving: (id: string, after: string | null, because = '') =>
      withQuery(`${block(id)}/move`, { after: after ?? '', because }),
    restoring: (id: string, after: string | null, because = '') =>
      withQuery(`${block(id)}/return`, { after: after ?? '', because }),
    answering: (numbers: readonly number[]) =>
      `${queue}/answer?${numbers.map((number) => `c=${number}`).join('&')}`,
    waitingOn: (id: string) => `${queue}?under=${id}`,
  }
}

/** Parameters that say nothing are left out. */
export function withQuery(path: string, query: { [name: string]: string }): string {
  const said = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== ''))
  return said.size > 0 ? `${path}?${said.toString()}` : path
}
