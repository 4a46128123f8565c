import { keepEvent, typedOf, type EventFacts } from '../calendar/index.ts'
import type { Actor } from '../permissions.ts'
import type { Db } from '../platform/db/connect.ts'
import { dayInParis } from '../platform/paris-days.ts'
import type { Report } from '../reports/index.ts'

type SampleEvent = Pick<EventFacts, 'kind'> & Partial<EventFacts> & { inDays: number }

/** What happened to the report of the demonstration and what is planned, in days from now. */
const life: SampleEvent[] = [
  {
    kind: 'commissioned',
    inDays: -460,
    precision: 'month',
    byWhom: 'le conseil de la Mission Ville en partage',
    label: 'Une lettre de mission en trois questions.',
    link: 'https://example.org/lettre-de-mission',
  },
  {
    kind: 'meeting',
    inDays: -310,
    label: 'Première journée d’auditions, au marché couvert de San Telmo',
    byWhom: 'les Ateliers du quai',
  },
  {
    kind: 'handed-over',
    inDays: -120,
    byWhom: 'Camille Desnos, rapporteur',
    link: 'https://example.org/remise',
  },
  {
    kind: 'presented',
    inDays: -104,
    label: 'Devant l’assemblée des communes, en séance publique.',
    byWhom: 'Salomé Aubrac',
    link: 'https://example.org/seance-publique',
  },
  {
    kind: 'meeting',
    inDays: 24,
    label: 'Lecture publique des passages les plus discutés, en ligne et sur place',
    byWhom: 'la Mission Ville en partage',
  },
  { kind: 'contributions-until', inDays: 66 },
  { kind: 'edition-planned', inDays: 125, precision: 'month', edition: 3 },
  { kind: 'edition-planned', inDays: 490, precision: 'year', edition: 4 },
]

const dayLength = 24 * 3600 * 1000

/** Writes the demonstration's dates into its calendar; `now` is the moment from which they are counted. */
export async function keepLife(db: Db, actor: Actor, report: Report, now: Date): Promise<void> {
  for (const [at, { inDays, ...said }] of life.entries()) {
    const event = { ...unsaid, ...said, day: dayOf(inDays, now) }
    const keeping = { report, typed: typedOf(event), known: { key: `demonstration-date-${at}` } }
    const kept = await keepEvent(db, actor, keeping, now)
    if (!kept.ok) throw new Error(`a date is refused: ${kept.problems.join(', ')}`)
  }
}

const unsaid = {
  precision: 'day',
  edition: null,
  label: null,
  byWhom: null,
  link: null,
} as const

function dayOf(inDays: number, now: Date): string {
  return dayInParis(new Date(now.getTime() + inDays * dayLength))
}
