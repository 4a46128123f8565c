import type { Role, Scope } from '../permissions.ts'
import type { Locale } from '../platform/messages.ts'
import { words } from './words.ts'

export function sayRole(locale: Locale, role: Role): string {
  return words(locale)('role-name', { role: keyOf(role) })
}

/** What a role holds for, by name; `titleOf` knows the reports. */
export function sayScope(
  locale: Locale,
  scope: Scope,
  titleOf: (reportId: number) => string | undefined,
): string {
  const title = scope.kind === 'report' ? titleOf(scope.id) : undefined
  return title ?? words(locale)('the-site')
}

/** As the message files name it: their keys know neither dot nor hyphen. */
export function keyOf(name: string): string {
  return name.replaceAll(/[.-]/g, '_')
}
