import type { Day } from '../platform/paris-days.ts'
import type { Conformity } from '../ui/layout.tsx'
import type { Finding } from './audit.ts'

/**
 * A criterion is respected where it is on every page that it applies to; one that applies to none counts for nothing. A
 * derogation changes nothing of it: what is not accessible is not, whatever the reason.
 * Source: RGAA 4, «Obligations», https://accessibilite.numerique.gouv.fr/obligations/.
 */
export function countCriteria(findings: readonly Finding[]): Counted {
  const byCriterion = Map.groupBy(findings, ({ criterion }) => criterion)
  const verdicts = [...byCriterion.values()].map(verdictOf)
  return {
    respected: verdicts.filter((verdict) => verdict === 'conforming').length,
    applicable: verdicts.filter((verdict) => verdict !== 'not-applicable').length,
  }
}

export type Counted = { respected: number; applicable: number }

function verdictOf(findings: readonly Finding[]): Finding['result'] {
  if (findings.some(({ result }) => result === 'not-conforming')) return 'not-conforming'
  const applies = findings.some(({ result }) => result === 'conforming')
  return applies ? 'conforming' : 'not-applicable'
}

/** Per cent, to a tenth and never rounded up: what is not all must not look like all. 0 where nothing applies. */
export function rateOf({ respected, applicable }: Counted): number {
  return applicable === 0 ? 0 : Math.floor((respected * 1000) / applicable) / 10
}

/** The mean of the pages' own rates, per cent, as `rateOf`; null where no page has a criterion that applies. */
export function meanRateOf(findings: readonly Finding[]): number | null {
  const pages = [...Map.groupBy(findings, ({ page }) => page).values()].map(countCriteria)
  const rated = pages.filter(({ applicable }) => applicable > 0)
  if (rated.length === 0) return null
  const sum = rated.reduce((all, { respected, applicable }) => all + respected / applicable, 0)
  // A sum of fractions may fall short of a whole by what binary numbers cannot say.
  return Math.floor((sum / rated.length) * 1000 + 1e-9) / 10
}

/** Years for which an audit can be relied on: a declaration is made anew after three (RGAA 4, «Obligations»). */
const validYears = 3

/** The day from which an audit of that day no longer counts. */
export function endOfValidity(auditedOn: Day): Day {
  const [year = '', ...rest] = auditedOn.split('-')
  return [String(Number(year) + validYears), ...rest].join('-')
}

/** An audit as its publication counted it. */
export type PublishedCount = Counted & { auditedOn: Day }

/**
 * What a site declares. Total: all criteria are respected; partial: at least half of them; none: fewer, or no audit
 * that is still valid. Source: decree 2019-768, article 5, and RGAA 4, «Obligations».
 */
export function conformityOf(audit: PublishedCount | undefined, today: Day): Conformity {
  if (!audit || today >= endOfValidity(audit.auditedOn) || audit.applicable === 0) return 'none'
  if (audit.respected === audit.applicable) return 'total'
  return audit.respected * 2 >= audit.applicable ? 'partial' : 'none'
}
