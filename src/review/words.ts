// Written by `npm run generate` from the message files beside it.
import { defineWords, type NoArguments } from '../platform/messages.ts'
import en from './words.en.json' with { type: 'json' }
import es from './words.es.json' with { type: 'json' }
import fr from './words.fr.json' with { type: 'json' }

type Messages = {
  'workshop': NoArguments
  'back-to-workshop': NoArguments
  'orphans-title': NoArguments
  'orphans-lead': { count: number }
  'orphans-link': { count: number }
  'stood-in': { number: number }
  'refused-title': { title: string | number }
  'anchors-title': { number: number }
  'anchors-link': { count: number }
  'anchors-here': { count: number }
  'review-them': NoArguments
  'anchors-lead': NoArguments
  'none-doubtful': NoArguments
  'none-decided': NoArguments
  'edition-over-lead': { number: number }
  'see-latest-review': { number: number }
  'which-doubtful': { count: number }
  'which-decided': { count: number }
  'which': NoArguments
  'as-read': { number: number }
  'as-now': { number: number }
  'nowhere-now': { number: number }
  'open-passage': NoArguments
  'about-it': { count: number }
  'and-more': { count: number }
  'confirm': NoArguments
  'attach': NoArguments
  'leave': NoArguments
  'undo': NoArguments
  'decide-on': NoArguments
  'done-confirmed': NoArguments
  'done-attached': NoArguments
  'done-left': NoArguments
  'done-undone': NoArguments
  'edition-over': NoArguments
  'nothing-chosen': NoArguments
  'decided-meanwhile': NoArguments
  'no-place': NoArguments
  'attach-title': NoArguments
  'attach-lead': { number: number }
  'look-for': NoArguments
  'look': NoArguments
  'found': { count: number; cut: string }
  'near-it': NoArguments
  'under-heading': NoArguments
  'other-parts': NoArguments
  'choose-this': NoArguments
  'attach-here': NoArguments
  'other-passage': NoArguments
  'give-up': NoArguments
  'words-not-found': NoArguments
  'words-several': NoArguments
  'sentences-not-consecutive': NoArguments
  'became-title': NoArguments
  'became-in': { number: number }
  'became-through': { from: number; to: number }
  'became-exact': { where: string }
  'became-edited': { where: string }
  'became-moved': NoArguments
  'became-rewritten': NoArguments
  'became-amended': NoArguments
  'became-orphan': { rule: string }
  'read-there': NoArguments
  'what-stands-now': { number: number }
  'orphans-here': { count: number }
  'orphans-here-lead': { count: number }
  'orphans-more': { count: number }
  'edition': { number: number }
  'edition-orphans-title': { number: number }
  'edition-orphans-lead': { count: number }
  'no-decision': NoArguments
}

export const words = defineWords<Messages>({ en, es, fr })
