import { consultationPages } from './consultations/index.ts'
import { contributionPages } from './contributions/index.ts'
import { changesPages } from './editions/index.ts'
import { offeredLocales } from './platform/messages.ts'
import type { PublicPage } from './platform/pages/public-page.ts'
import { readingPages } from './reports/index.ts'

const inEveryLanguage = [
  ...readingPages,
  ...contributionPages,
  ...consultationPages,
  ...changesPages,
]

/** All that may be kept in memory for whoever is not signed in; addresses without a language never are. */
export const publicPages: PublicPage[] = [
  { path: '/assets/:name', query: [], unchanging: true },
  ...[...offeredLocales, 'qps'].flatMap((locale) =>
    inEveryLanguage.map(({ path, ...page }) => ({
      ...page,
      path: `/${locale}${path === '/' ? '' : path}`,
    })),
  ),
]
