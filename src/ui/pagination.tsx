import type { Locale } from '../platform/messages.ts'
import { words } from './words.ts'

type Props = {
  locale: Locale
  /** From 1. */
  page: number
  pages: number
  hrefOf: (page: number) => string
  /** What the pages are of, where a page has two such ways. */
  label?: string
}

/** The way through a long list: the page before, where one is, the page after. */
export function Pagination({ locale, page, pages, hrefOf, label }: Props) {
  if (pages < 2) return null
  const say = words(locale)
  return (
    <nav class="pages" aria-label={label ?? say('pages')}>
      {page > 1 ? (
        <a rel="prev" href={hrefOf(page - 1)}>
          {say('page-before')}
        </a>
      ) : (
        <span />
      )}
      <span>{say('page-of', { page, pages })}</span>
      {page < pages ? (
        <a rel="next" href={hrefOf(page + 1)}>
          {say('page-after')}
        </a>
      ) : (
        <span />
      )}
    </nav>
  )
}
