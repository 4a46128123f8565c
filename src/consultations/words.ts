// Written by `npm run generate` from the message files beside it.
import { defineWords, type NoArguments } from '../platform/messages.ts'
import en from './words.en.json' with { type: 'json' }
import es from './words.es.json' with { type: 'json' }
import fr from './words.fr.json' with { type: 'json' }

type Messages = {
  'consultation-title': NoArguments
  'consultation-licence': { licence: string | number }
  'consultation-lead': { date: string | number }
  'brought-propositions': { count: number }
  'brought-arguments': { count: number; passages: number; propositions: number }
  'brought-sources': { count: number }
  'brought-authors': { count: number }
  'brought-votes': { count: number }
  'brought-supports': { count: number }
  'brought-withheld': { count: number }
  'totals-are-imported': NoArguments
  'file-of-bill': NoArguments
  'file-of-contributions': NoArguments
  'set-aside-at-source': NoArguments
  'all-contributions': NoArguments
}

export const words = defineWords<Messages>({ en, es, fr })
