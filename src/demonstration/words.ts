// Written by `npm run generate` from the message files beside it.
import { defineWords, type NoArguments } from '../platform/messages.ts'
import en from './words.en.json' with { type: 'json' }
import es from './words.es.json' with { type: 'json' }
import fr from './words.fr.json' with { type: 'json' }

type Messages = {
  'mail-title': NoArguments
  'mail-what-it-is': NoArguments
  'mail-empty': NoArguments
  'mail-links': NoArguments
  'mail-others': NoArguments
  'mail-to': NoArguments
}

export const words = defineWords<Messages>({ en, es, fr })
