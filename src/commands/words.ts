// Written by `npm run generate` from the message files beside it.
import { defineWords, type NoArguments } from '../platform/messages.ts'
import en from './words.en.json' with { type: 'json' }
import es from './words.es.json' with { type: 'json' }
import fr from './words.fr.json' with { type: 'json' }

type Messages = {
  'title': { name: string | number }
  'untitled': NoArguments
  'lead': { count: number; now: string | number; old: string | number }
  'equal': NoArguments
  'text-title': NoArguments
  'unchanged': { count: number }
  'went-up': { name: string | number }
  'went-down': { name: string | number }
}

export const words = defineWords<Messages>({ en, es, fr })
