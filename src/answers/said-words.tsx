import type { Locale } from '../platform/messages.ts'
import { ContentView, type Contribution } from '../contributions/index.ts'
import { Markdown } from '../ui/markdown.tsx'
import { words } from './words.ts'

type Props = { locale: Locale; contribution: Contribution }

/** What a contribution says, its headings below the contribution's own. */
export function SaidWords({ locale, contribution }: Props) {
  const { kind, lang, content } = contribution
  if (kind === 'amendment') return <Why locale={locale} source={content.body} lang={lang} />
  const { explanation, ...rest } = content
  return (
    <>
      <ContentView
        locale={locale}
        contribution={{ ...contribution, content: { ...rest, explanation: null } }}
        level={3}
      />
      {explanation && <Why locale={locale} source={explanation} lang={lang} />}
    </>
  )
}

function Why({ locale, source, lang }: { locale: Locale; source: string; lang: string }) {
  return (
    <>
      <h3 class="minor">{words(locale)('why')}</h3>
      <Markdown source={source} lang={lang} level={4} />
    </>
  )
}
