import { sayDate, type Locale } from '../platform/messages.ts'
import type { Day } from '../platform/paris-days.ts'
import { daysFrom, stateOf, type Phase } from './phase.ts'
import { words } from './words.ts'

/** From when to when a phase is. */
export function sayDates(
  locale: Locale,
  { opensOn, closesOn }: Pick<Phase, 'opensOn' | 'closesOn'>,
): string {
  const date = (day: Day) => sayDate(locale, new Date(day))
  if (opensOn === closesOn) return words(locale)('on-day', { date: date(opensOn) })
  return words(locale)('from-to', { from: date(opensOn), to: date(closesOn) })
}

/** Where a phase stands today: for how many days it is still open, in how many it opens, or since when it is over. */
export function sayState(locale: Locale, phase: Phase, today: Day): string {
  const say = words(locale)
  const date = (day: Day) => sayDate(locale, new Date(day))
  switch (stateOf(phase, today)) {
    case 'open':
      return say('open-until', {
        date: date(phase.closesOn),
        days: daysFrom(today, phase.closesOn),
      })
    case 'ahead':
      return say('opens-on', { date: date(phase.opensOn), days: daysFrom(today, phase.opensOn) })
    case 'over':
      return say('closed-on', { date: date(phase.closesOn) })
  }
}

/** What a phase is called: its label, or where it stands among the others. */
export function nameOfPhase(
  locale: Locale,
  phase: Phase,
  phases: readonly Phase[],
): { text: string; own: boolean } {
  if (phase.label !== null) return { text: phase.label, own: true }
  const place = phases.findIndex(({ number }) => number === phase.number) + 1
  return { text: words(locale)('phase-number', { number: place }), own: false }
}
