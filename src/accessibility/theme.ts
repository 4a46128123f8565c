import type { Locale } from '../platform/messages.ts'
import { criteriaOf, type Audit, type Finding } from './audit.ts'
import { isCriterion, rgaaWords, themes } from '../rgaa/index.ts'
import { words } from './words.ts'

/** A theme of the RGAA by its number, or what an audit named itself. */
export type Theme = (typeof themeNumbers)[number] | 'other'
const themeNumbers = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13] as const

/** How far a theme is entered on a page. */
export type ListedTheme = { theme: Theme; made: number; all: number }

export function sayTheme(locale: Locale, theme: Theme): string {
  return theme === 'other' ? words(locale)('theme-other') : rgaaWords(locale)(`theme-${theme}`)
}

/** The themes of an audit on a page, in their order. */
export function listThemes(
  { reference }: Pick<Audit, 'reference'>,
  findings: readonly Finding[],
  page: number,
): ListedTheme[] {
  const made = new Set(
    findings.filter((finding) => finding.page === page).map(({ criterion }) => criterion),
  )
  const all = criteriaOf(reference, findings)
  return themesOf(all).map((theme) => {
    const these = criteriaIn(theme, all)
    const done = these.filter((criterion) => made.has(criterion)).length
    return { theme, made: done, all: these.length }
  })
}

function themesOf(all: readonly string[]): Theme[] {
  return [...themeNumbers.filter((number) => criteriaIn(number, all).length > 0), 'other']
}

/** Those criteria of an audit that stand under a theme. */
export function criteriaIn(theme: Theme, all: readonly string[]): string[] {
  if (theme === 'other') return all.filter((criterion) => !isCriterion(criterion))
  const these: readonly string[] = themes[theme - 1] ?? []
  return all.filter((criterion) => these.includes(criterion))
}

/** The theme that an address names; the first where it names none. */
export function themeIn(named: string | undefined, listed: readonly ListedTheme[]): Theme {
  const found = listed.find(({ theme }) => String(theme) === named)
  return (found ?? listed[0])?.theme ?? 'other'
}
