// Written by `npm run generate` from the message files beside it.
import { defineWords, type NoArguments } from '../platform/messages.ts'
import en from './words.en.json' with { type: 'json' }
import fr from './words.fr.json' with { type: 'json' }

type Messages = {
  'amend': NoArguments
  'amend-title': { start: string | number }
  'choose-sentences': { unit: string }
  'choose-sentences-hint': { unit: string }
  'rewrite-them': { unit: string }
  'choose-others': { unit: string }
  'wording': NoArguments
  'wording-hint': { unit: string }
  'body': NoArguments
  'body-hint': NoArguments
  'preview': NoArguments
  'preview-again': NoArguments
  'preview-title': NoArguments
  'publish': NoArguments
  'not-published-yet': NoArguments
  'no-sentence-chosen': { unit: string }
  'sentences-not-consecutive': { unit: string }
  'no-wording': NoArguments
  'wording-unchanged': NoArguments
  'wording-too-long': NoArguments
  'no-body': NoArguments
  'body-too-long': NoArguments
  'amendment-number': { number: number }
  'proposed-change': NoArguments
  'on-sentences': { count: number; edition: number; sentences: string | number; unit: string }
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
  'edition-unknown': NoArguments
  'heading-on-lines': NoArguments
  'cells-differ': NoArguments
  'sent-already': { number: number }
  'signed-out': NoArguments
  'signed-out-advice': NoArguments
  'sign-in-in-new-tab': NoArguments
  'typed-before': NoArguments
  'refused-title': { title: string | number }
}

export const words = defineWords<Messages>({ en, fr })
