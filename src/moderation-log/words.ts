// Written by `npm run generate` from the message files beside it.
import { defineWords, type NoArguments } from '../platform/messages.ts'
import en from './words.en.json' with { type: 'json' }
import es from './words.es.json' with { type: 'json' }
import fr from './words.fr.json' with { type: 'json' }

type Messages = {
  'title': NoArguments
  'open-log': NoArguments
  'lead': NoArguments
  'charter': NoArguments
  'delays': NoArguments
  'promised': NoArguments
  'median': NoArguments
  'ninth': NoArguments
  'longest': NoArguments
  'waiting': NoArguments
  'oldest': { date: string | number }
  'no-delays': { days: number }
  'how-counted': { days: number }
  'under-an-hour': NoArguments
  'in-hours': { count: number }
  'in-days': { count: number }
  'number': { count: number }
  'plot-title': NoArguments
  'today': NoArguments
  'plot-median': NoArguments
  'plot-longest': NoArguments
  'plot-promised': { days: number }
  'plot-as-table': NoArguments
  'week-from': NoArguments
  'decisions': NoArguments
  'what': NoArguments
  'every-outcome': NoArguments
  'month': NoArguments
  'every-month': NoArguments
  'show': NoArguments
  'count': { count: number }
  'as-csv': NoArguments
  'as-json': NoArguments
  'none-yet': NoArguments
  'none-such': NoArguments
  'outcome': { outcome: string | number }
  'banned-for': { days: number }
  'contribution': { number: number }
  'held': { ground: string }
  'decided-as': { role: string }
  'after': { delay: string | number }
  'by-law': { law: string | number }
  'by-rule': { rule: number; version: number }
  'years': NoArguments
  'years-lead': NoArguments
  'counted': { what: string | number }
  'on-site': NoArguments
  'became': { became: string }
  'requests-closed': NoArguments
  'requests': NoArguments
  'no-requests': { days: number }
  'requests-how': { days: number }
  'requests-received': NoArguments
  'requests-granted': NoArguments
  'requests-refused': NoArguments
  'request': { what: string | number }
  'since': { date: string | number }
  'request-what': NoArguments
  'requests-table': NoArguments
}

export const words = defineWords<Messages>({ en, es, fr })
