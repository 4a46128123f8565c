// Written by `npm run generate` from the message files beside it.
import { defineWords, type NoArguments } from '../platform/messages.ts'
import en from './words.en.json' with { type: 'json' }
import fr from './words.fr.json' with { type: 'json' }

type Messages = {
  'withhold-title': { kind: string; number: number }
  'withhold-lead': NoArguments
  'withhold-reason': NoArguments
  'withhold-reason-hint': { limit: number }
  'withhold': NoArguments
  'withhold-this': NoArguments
  'leave-public': NoArguments
  'release': NoArguments
  'no-reason': NoArguments
  'reason-too-long': { limit: number }
  'withheld-already': NoArguments
  'not-withheld': NoArguments
  'signed-out': NoArguments
  'refused-title': { title: string | number }
  'is-withheld': { from: string | number }
  'was-withheld': { from: string | number; until: string | number }
  'withheld-by': { name: string | number }
  'because': NoArguments
  'notice-subject': { kind: string; number: number }
  'notice-text': { kind: string; number: number; page: string | number; reason: string | number }
  'release-title': { kind: string; number: number }
  'seen-by-editors': NoArguments
  'leave-withheld': NoArguments
  'read-again': NoArguments
}

export const words = defineWords<Messages>({ en, fr })
