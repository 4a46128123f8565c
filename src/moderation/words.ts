// Written by `npm run generate` from the message files beside it.
import { defineWords, type NoArguments } from '../platform/messages.ts'
import en from './words.en.json' with { type: 'json' }
import fr from './words.fr.json' with { type: 'json' }

type Messages = {
  'queue': NoArguments
  'open-queue': { count: number }
  'own-moderation': NoArguments
  'waiting-count': { count: number }
  'mode-now': { days: number; mode: string }
  'change-setting': NoArguments
  'waiting-title': { count: number }
  'nothing-waits': { mode: string }
  'waits-from': { since: string | number }
  'due': { until: string | number }
  'overdue': NoArguments
  'ground-before-publication': NoArguments
  'ground-spam-defence': NoArguments
  'setting-title': NoArguments
  'mode': NoArguments
  'mode-after': NoArguments
  'mode-before': NoArguments
  'promised-days': NoArguments
  'promised-days-hint': NoArguments
  'setting-public': NoArguments
  'set': NoArguments
  'set-nothing': NoArguments
  'setting-no-mode': NoArguments
  'setting-days-unreadable': { least: number; most: number }
  'setting-signed-out': NoArguments
  'decision-title': { kind: string; number: number }
  'refused-title': { title: string | number }
  'waits': { days: number; since: string | number; until: string | number }
  'waits-since': { since: string | number; until: string | number }
  'on-passage': NoArguments
  'its-passage': NoArguments
  'what-it-says': NoArguments
  'decision': NoArguments
  'choice': { choice: string; state: string }
  'reason': NoArguments
  'reason-hint': { limit: number }
  'decide': NoArguments
  'decide-nothing': NoArguments
  'nothing-to-decide': NoArguments
  'undo-title': NoArguments
  'undo-lead': NoArguments
  'undo': NoArguments
  'no-choice': NoArguments
  'no-reason': NoArguments
  'reason-too-long': { limit: number }
  'own-contribution': NoArguments
  'decided-meanwhile': NoArguments
  'revised-meanwhile': NoArguments
  'withdrawn-meanwhile': NoArguments
  'nothing-to-undo': NoArguments
  'signed-out': NoArguments
  'done-published': NoArguments
  'done-withheld': NoArguments
  'done-set': NoArguments
  'decided': { date: string | number; kind: string }
  'decided-by': { name: string | number }
  'because': NoArguments
  'earlier-decisions': { count: number }
  'moderate-published': NoArguments
  'moderate-pending': NoArguments
  'moderate-withheld': NoArguments
  'moderate-withdrawn': NoArguments
  'notice-subject': { kind: string; number: number }
  'notice-text': { kind: string; number: number; page: string | number; reason: string | number }
}

export const words = defineWords<Messages>({ en, fr })
