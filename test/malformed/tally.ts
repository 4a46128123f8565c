import { reaches, type Reach } from './gates.ts'
import type { Route } from './routes.ts'

export type Sent = { route: Route; status: number; reach: Reach }

export const nameOf = ({ method, pattern }: Pick<Route, 'method' | 'pattern'>): string =>
  `${method} ${pattern}`

/** How many requests came how far, with which statuses: one line each. */
export function tabulate(sent: readonly Sent[]): string[] {
  return reaches.map((reach) => {
    const there = sent.filter((one) => one.reach === reach)
    const by = [...Map.groupBy(there, ({ status }) => status)].toSorted(
      ([one], [other]) => one - other,
    )
    const statuses = by.map(([status, of]) => `${status}: ${of.length}`).join(', ')
    return `${reach.padEnd(14)} ${String(there.length).padStart(6)}   ${statuses}`
  })
}

export function shareHandled(sent: readonly Sent[]): number {
  return sent.filter(({ reach }) => reach === 'handled').length / sent.length
}

/** Routes whose handler never ran, and those of which no language ever got further than a look-up. */
export function findUnreached(routes: readonly Route[], sent: readonly Sent[]): string[] {
  const ran = sent.filter(({ reach }) => reach !== 'elsewhere' && reach !== 'turned away')
  const names = new Set(ran.map(({ route }) => nameOf(route)))
  const handled = sent.filter(({ reach }) => reach === 'handled')
  const inAny = new Set(handled.map(({ route }) => inNoLanguage(route)))
  return routes
    .filter((route) => !names.has(nameOf(route)) || !inAny.has(inNoLanguage(route)))
    .map(nameOf)
}

function inNoLanguage({ method, pattern }: Route): string {
  return nameOf({ method, pattern: pattern.replace(/^[/](fr|en|es|qps)(?=[/]|$)/, '') })
}
