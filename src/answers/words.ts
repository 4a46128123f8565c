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
  'answer-title': { what: string | number }
  'decision': NoArguments
  'decide-accepted': { kind: string }
  'decide-declined': { kind: string }
  'decide-noted': { kind: string }
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
  'not-published': NoArguments
  'revised-meanwhile': NoArguments
  'notice-subject': { what: string | number }
  'notice-text': { decision: string | number; page: string | number; reason: string | number; what: string | number }
  'see-contribution': NoArguments
}

export const words = defineWords<Messages>({ en, fr })
