// Written by `npm run generate` from the message files beside it.
import { defineWords, type NoArguments } from '../platform/messages.ts'
import en from './words.en.json' with { type: 'json' }
import fr from './words.fr.json' with { type: 'json' }

type Messages = {
  'title': NoArguments
  'demonstration': NoArguments
  'no-way-in': NoArguments
  'sign-in-as': { name: string | number }
  'unknown-account': NoArguments
  'role': { role: string | number }
  'side': { side: string | number }
}

export const words = defineWords<Messages>({ en, fr })
