// Written by `npm run generate` from the message files beside it.
import { defineWords, type NoArguments } from '../platform/messages.ts'
import en from './words.en.json' with { type: 'json' }
import es from './words.es.json' with { type: 'json' }
import fr from './words.fr.json' with { type: 'json' }

type Messages = {
  'search-title': NoArguments
  'search-in-report': NoArguments
  'search': NoArguments
  'how-to-search': NoArguments
  'found-title': { count: number; name: string | number }
  'found-in': NoArguments
  'in-text': { count: number }
  'in-contributions': { count: number }
  'none-in-text': NoArguments
  'none-in-contributions': NoArguments
  'before-headings': NoArguments
  'heading': NoArguments
  'nothing-found': { name: string | number }
  'try-fewer': NoArguments
  'try-outline': NoArguments
  'try-contributions': NoArguments
  'too-long': { most: number }
  'too-many-of-network': { until: string | number }
  'no-words': NoArguments
  'only-without': NoArguments
  'common-words': NoArguments
  'search-in-passing': NoArguments
}

export const words = defineWords<Messages>({ en, es, fr })
