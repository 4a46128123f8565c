// Written by `npm run generate` from the message files beside it.
import { defineWords, type NoArguments } from '../platform/messages.ts'
import en from './words.en.json' with { type: 'json' }
import es from './words.es.json' with { type: 'json' }
import fr from './words.fr.json' with { type: 'json' }

type Messages = {
  'title': NoArguments
  'what-it-is': NoArguments
  'empty': NoArguments
  'pages': NoArguments
  'newest': NoArguments
  'older': NoArguments
  'sequence': { sequence: number }
  'act': { action: string | number; role: string | number }
  'seal': NoArguments
  'object': { id: string | number; noun: string; number: string | number }
  'check': { sequence: number }
  'how-to-check': NoArguments
  'payload': NoArguments
  'salt': NoArguments
  'payload-hash': NoArguments
  'erased': NoArguments
  'first-entry': NoArguments
  'sealed': NoArguments
  'previous': NoArguments
}

export const words = defineWords<Messages>({ en, es, fr })
