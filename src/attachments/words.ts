// Written by `npm run generate` from the message files beside it.
import { defineWords, type NoArguments } from '../platform/messages.ts'
import en from './words.en.json' with { type: 'json' }
import es from './words.es.json' with { type: 'json' }
import fr from './words.fr.json' with { type: 'json' }

type Messages = {
  'attachments': { count: number }
  'kind-and-size': { kind: string; size: string | number }
  'attach-title': { count: number }
  'attach-file': NoArguments
  'attach-hint': { count: number; pdf: string | number; picture: string | number; together: string | number }
  'attach-takes-time': NoArguments
  'attach-add': NoArguments
  'attach-full': { limit: number }
  'attachment-name': { number: number }
  'alternative': { number: number }
  'alternative-hint': { limit: number }
  'attachment-up': { number: number }
  'attachment-remove': { number: number }
  'problem': { count: number; daily: string | number; limit: number; name: string | number; pdf: string | number; picture: string | number; points: number; problem: string; together: string | number }
}

export const words = defineWords<Messages>({ en, es, fr })
