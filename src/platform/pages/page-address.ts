import { TrieRouter } from 'hono/router/trie-router'
import type { PublicPage } from './public-page.ts'

/** What a kept page is found by, and the report whose changes alter it; null where any change may. */
export type PageAddress = { key: string; slug: string | null; unchanging: boolean }

/** Segments that mean what they say: nothing encoded, nothing that leads back up. */
const plainPath = /^(?:\/[\w-][\w.-]*)+$/
const longest = 300

/**
 * Returns a function that tells which page of these a request asks for: equal addresses for equal bytes.
 * Null where its path or any parameter is none that is kept, or a parameter comes twice.
 */
export function addressReader(pages: readonly PublicPage[]) {
  const router = new TrieRouter<PublicPage>()
  for (const page of pages) router.add('GET', page.path, page)

  return (url: string): PageAddress | null => {
    const [path = '', ...rest] = url.split('?')
    if (url.length > longest || !plainPath.test(path)) return null
    const [page, params] = router.match('GET', path)[0][0] ?? []
    const query = page ? readQuery(rest.join('?'), page.query) : null
    if (!page || query === null) return null
    return {
      key: query ? `${path}?${query}` : path,
      slug: readSlug(params),
      unchanging: page.unchanging === true,
    }
  }
}

function readSlug(params: object = {}): string | null {
  return 'slug' in params && typeof params.slug === 'string' ? params.slug : null
}

/** The parameters in the order in which they are declared; null where there is any other, or one twice. */
function readQuery(text: string, declared: readonly string[]): string | null {
  const asked = new URLSearchParams(text)
  const names = [...asked.keys()]
  const once = new Set(names).size === names.length
  if (!once || names.some((name) => !declared.includes(name))) return null
  const ordered = new URLSearchParams()
  for (const name of declared) {
    const value = asked.get(name)
    if (value !== null) ordered.set(name, value)
  }
  return ordered.toString()
}
