// Written by `npm run generate` from the message files beside it.
import { defineWords, type NoArguments } from '../platform/messages.ts'
import en from './words.en.json' with { type: 'json' }
import fr from './words.fr.json' with { type: 'json' }

type Messages = {
  'queue': NoArguments
  'open-workshop': NoArguments
  'waiting': { count: number }
  'nothing-waits': NoArguments
  'answered': { count: number }
  'answer-title': { number: number }
  'decision': NoArguments
  'decide-accepted': NoArguments
  'decide-declined': NoArguments
  'decide-noted': NoArguments
  'reason': NoArguments
  'reason-hint': NoArguments
  'give-answer': NoArguments
  'no-decision': NoArguments
  'no-reason': NoArguments
  'reason-too-long': NoArguments
  'answered-already': NoArguments
  'passage-gone': NoArguments
  'passage-changed-since': NoArguments
  'nothing-changed': NoArguments
  'answer': NoArguments
  'accepted': NoArguments
  'declined': NoArguments
  'noted': NoArguments
  'answered-by': { date: string | number; name: string | number }
  'no-answer-yet': NoArguments
  'signed-out': NoArguments
  'refused-title': { title: string | number }
}

export const words = defineWords<Messages>({ en, fr })
