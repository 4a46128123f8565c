import { accessibilityPages } from './accessibility/index.ts'
import { consultationPages } from './consultations/index.ts'
import { contributionPages } from './contributions/index.ts'
import { changesPages, downloadPages } from './editions/index.ts'
import { controversyPages } from './controversies/index.ts'
import { groupPages } from './groups/index.ts'
import { moderationLogPages } from './moderation-log/index.ts'
import { noticePages } from './legal-notice/index.ts'
import { charterPages } from './moderation/index.ts'
import { offeredLocales } from './platform/messages.ts'
import type { PublicPage } from './platform/pages/public-page.ts'
import { privacyPages } from './privacy/index.ts'
import { readingPages } from './reports/index.ts'
import { orphanPages } from './review/index.ts'
import { termsPages } from './terms/index.ts'
import { topicPages } from './topics/index.ts'

// The first that matches is meant: «2.md» is no edition's number.
const inEveryLanguage: PublicPage[] = [
  ...downloadPages,
  ...readingPages,
  ...contributionPages,
  ...topicPages,
  ...groupPages,
  ...controversyPages,
  ...consultationPages,
  ...charterPages,
  ...moderationLogPages,
  ...termsPages,
  ...noticePages,
  ...accessibilityPages,
  ...privacyPages,
  ...changesPages,
  ...orphanPages,
]

/** All that may be kept in memory for whoever is not signed in; addresses without a language never are. */
export const publicPages: PublicPage[] = [
  { path: '/assets/:name', query: [], unchanging: true },
  { path: '/pictures/:name', query: [], unchanging: true },
  ...[...offeredLocales, 'qps'].flatMap((locale) =>
    inEveryLanguage.map((page) => ({
      ...page,
      path: `/${locale}${page.path === '/' ? '' : page.path}`,
    })),
  ),
]
