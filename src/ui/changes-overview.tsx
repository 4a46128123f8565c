import type { Locale } from '../platform/messages.ts'
import { ChangesList } from './changes-list.tsx'
import { ChangesMap } from './changes-map.tsx'
import { mapChanges, type PlacedChange, type TextScale } from './map-changes.ts'
import { TypographyChoice } from './typography-choice.tsx'

type Props = {
  locale: Locale
  /** Of the text. */
  lang: string
  scale: TextScale
  placed: readonly PlacedChange[]
  /** Of its headings. */
  rank?: 2 | 3
  /** What is typography only is shown from the start: somebody was led to it. */
  typography?: boolean
}

/** Where a text changed, and each change; nothing where it didn't. */
export function ChangesOverview(props: Props) {
  const { locale, lang, scale, placed, rank = 2, typography = false } = props
  if (placed.length === 0) return null
  const parts = mapChanges(scale, placed)
  const count = placed.filter(({ kind }) => kind === 'typography').length
  return (
    <>
      {count > 0 && <TypographyChoice locale={locale} count={count} shown={typography} />}
      <ChangesMap locale={locale} lang={lang} parts={parts} rank={rank} />
      <ChangesList locale={locale} lang={lang} parts={parts} rank={rank} />
    </>
  )
}
