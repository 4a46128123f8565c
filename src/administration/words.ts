// Written by `npm run generate` from the message files beside it.
import { defineWords, type NoArguments } from '../platform/messages.ts'
import en from './words.en.json' with { type: 'json' }
import es from './words.es.json' with { type: 'json' }
import fr from './words.fr.json' with { type: 'json' }

type Messages = {
  'administration': NoArguments
  'account': NoArguments
  'open': NoArguments
  'lead': { count: number }
  'duty': { duty: string }
  'waits': NoArguments
  'as-delivered': NoArguments
  'version': { date: string | number; version: number }
  'declared': { conformity: string }
  'no-audit': NoArguments
  'legal-notice': { count: number }
  'bans': { contested: number; count: number }
  'erasures': { count: number }
  'invitations': { count: number }
}

export const words = defineWords<Messages>({ en, es, fr })
