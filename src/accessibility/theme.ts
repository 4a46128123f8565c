import type { Locale } from '../platform/messages.ts'
import { criteria, rgaaWords, themes } from '../rgaa/index.ts'
import type { Finding } from './audit.ts'

/** A theme of the RGAA by its number. */
export type Theme = (typeof themeNumbers)[number]
const themeNumbers = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13] as const

/** How far a theme is entered on a page. */
export type ListedTheme = { theme: Theme; made: number; all: number }

export function sayTheme(locale: Locale, theme: Theme): string {
  return rgaaWords(locale)(`theme-${theme}`)
}

/** The themes on a page, in their order. */
export function listThemes(findings: readonly Finding[], page: number): ListedTheme[] {
  const made = new Set(
    findings.filter((finding) => finding.page === page).map(({ criterion }) => criterion),
  )
  return themeNumbers.map((theme) => {
    const these = criteriaIn(theme)
    const done = these.filter((criterion) => made.has(criterion)).length
    return { theme, made: done, all: these.length }
  })
}

export function criteriaIn(theme: Theme): string[] {
  const these: readonly string[] = themes[theme - 1] ?? []
  return criteria.filter((criterion) => these.includes(criterion))
}

/** The theme that an address names; the first where it names none. */
export function themeIn(named: string | undefined): Theme {
  return themeNumbers.find((theme) => String(theme) === named) ?? 1
}
