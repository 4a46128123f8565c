// Written by `npm run generate` from the message files beside it.
import { defineWords, type NoArguments } from '../platform/messages.ts'
import en from './words.en.json' with { type: 'json' }
import es from './words.es.json' with { type: 'json' }
import fr from './words.fr.json' with { type: 'json' }

type Messages = {
  'counts': { parts: string | number }
  'no-counts': NoArguments
  'count-exact': { count: number }
  'count-edited': { count: number }
  'count-moved': { count: number }
  'count-rewritten': { count: number }
  'count-orphan': { count: number }
  'state': { state: string }
  'rule': { part: string | number; rule: string }
  'decided': { date: string | number; name: string | number; rule: string }
}

export const words = defineWords<Messages>({ en, es, fr })
