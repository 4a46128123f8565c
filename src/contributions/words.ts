// Written by `npm run generate` from the message files beside it.
import { defineWords, type NoArguments } from '../platform/messages.ts'
import en from './words.en.json' with { type: 'json' }
import fr from './words.fr.json' with { type: 'json' }

type Messages = {
  'amend': NoArguments
  'amend-title': { start: string | number }
  'choose-sentences': NoArguments
  'choose-sentences-hint': NoArguments
  'rewrite-them': NoArguments
  'choose-others': NoArguments
  'wording': NoArguments
  'wording-hint': NoArguments
  'body': NoArguments
  'body-hint': NoArguments
  'preview': NoArguments
  'preview-again': NoArguments
  'preview-title': NoArguments
  'publish': NoArguments
  'not-published-yet': NoArguments
  'no-sentence-chosen': NoArguments
  'sentences-not-consecutive': NoArguments
  'no-wording': NoArguments
  'wording-unchanged': NoArguments
  'wording-too-long': NoArguments
  'no-body': NoArguments
  'body-too-long': NoArguments
  'amendment-number': { number: number }
  'proposed-change': NoArguments
  'on-sentences': { count: number; edition: number; sentences: string | number }
  'its-passage': NoArguments
  'why': NoArguments
  'all-contributions': NoArguments
  'none-yet': NoArguments
  'count': { count: number }
  'participants': { count: number }
  'take-part': NoArguments
  'how-to-take-part': NoArguments
  'on-this-passage': NoArguments
  'none-on-passage': NoArguments
  'current-wording': NoArguments
}

export const words = defineWords<Messages>({ en, fr })
