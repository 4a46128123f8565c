// Written by `npm run generate` from the message files beside it.
import { defineWords, type NoArguments } from '../platform/messages.ts'
import en from './words.en.json' with { type: 'json' }
import es from './words.es.json' with { type: 'json' }
import fr from './words.fr.json' with { type: 'json' }

type Messages = {
  'workshop': NoArguments
  'working-text': NoArguments
  'text-lead': { number: number }
  'text-lead-first': NoArguments
  'see-changes': { count: number }
  'see-working-text': NoArguments
  'no-text': NoArguments
  'import-file': NoArguments
  'done-imported': NoArguments
  'outline': NoArguments
  'goes-on-under': NoArguments
  'pages-above': NoArguments
  'pages-below': NoArguments
  'differing': { count: number }
  'difference': { difference: string }
  'change-this': NoArguments
  'change-this-of': { start: string | number }
  'insert-after': NoArguments
  'insert-below': NoArguments
  'insert-below-of': { start: string | number }
  'insert-at-start': NoArguments
  'taken-out': NoArguments
  'merged-here': NoArguments
  'choose-place': NoArguments
  'moving-lead': { count: number }
  'returning-lead': NoArguments
  'leave-in-place': NoArguments
  'put-here': NoArguments
  'put-after': { start: string | number }
  'put-at-start': NoArguments
  'edit-title': NoArguments
  'edit-words': NoArguments
  'actions': NoArguments
  'split': NoArguments
  'merge': NoArguments
  'move': NoArguments
  'remove': NoArguments
  'see-in-text': NoArguments
  'changed-meanwhile': NoArguments
  'changed-meanwhile-advice': NoArguments
  'not-yet-published': { number: number }
  'as-published': { number: number }
  'unlike-published': { number: number }
  'see-published': NoArguments
  'preview-title': NoArguments
  'same-words': NoArguments
  'marks-lost': { count: number }
  'mark-name': { kind: string }
  'not-changed-yet': NoArguments
  'wording': NoArguments
  'wording-hint': { unit: string }
  'figure-hint': NoArguments
  'kind-and-level': NoArguments
  'kind': NoArguments
  'kind-name': { kind: string }
  'level': NoArguments
  'level-hint': NoArguments
  'causes': NoArguments
  'causes-legend': NoArguments
  'causes-hint': NoArguments
  'contributions': NoArguments
  'contributions-hint': NoArguments
  'citation': NoArguments
  'citation-hint': { limit: number }
  'link': NoArguments
  'link-hint': NoArguments
  'erratum': NoArguments
  'erratum-hint': NoArguments
  'reason': NoArguments
  'reason-hint': { limit: number }
  'look-at-it': NoArguments
  'change-text': NoArguments
  'insertion-title': NoArguments
  'new-passage': NoArguments
  'insert': NoArguments
  'stands-before': NoArguments
  'stands-after': NoArguments
  'start-of-text': NoArguments
  'end-of-text': NoArguments
  'removal-title': NoArguments
  'removal-lead': NoArguments
  'removal-said': { count: number }
  'how-much': NoArguments
  'remove-whole': { count: number; whole: string }
  'what-stands-under': { count: number }
  'and-more': { count: number }
  'leave-it': NoArguments
  'split-title': NoArguments
  'split-lead': NoArguments
  'where-to-cut': NoArguments
  'no-cuts': NoArguments
  'look-at-pieces': NoArguments
  'pieces-title': NoArguments
  'piece-name': { are: string; place: number }
  'split-there': NoArguments
  'leave-whole': NoArguments
  'see-second-piece': NoArguments
  'merger-title': NoArguments
  'merger-lead': NoArguments
  'merger-said': { count: number }
  'merged-title': NoArguments
  'merge-them': NoArguments
  'leave-apart': NoArguments
  'merged-away-title': NoArguments
  'merged-away-lead': NoArguments
  'why-merged': NoArguments
  'see-whole': NoArguments
  'undo-merger': NoArguments
  'undoing-title': NoArguments
  'stands-again': NoArguments
  'undo-it': NoArguments
  'see-passage-now': NoArguments
  'move-title': NoArguments
  'move-here': NoArguments
  'return-title': NoArguments
  'return-here': NoArguments
  'choose-other-place': NoArguments
  'gone-title': NoArguments
  'gone-lead': NoArguments
  'gone-since': { number: number }
  'return': NoArguments
  'return-elsewhere': NoArguments
  'typed-before': NoArguments
  'done': { done: string }
  'answer-these': { count: number; what: string | number }
  'all-changes': NoArguments
  'said-here': { count: number }
  'see-all-said': NoArguments
  'history': NoArguments
  'no-history': NoArguments
  'pending-title': NoArguments
  'pending-lead': { number: number }
  'pending-lead-first': NoArguments
  'none-pending': NoArguments
  'none-only-file': NoArguments
  'tabs': NoArguments
  'tab-all': { count: number }
  'tab-only-file': { count: number }
  'add-causes': NoArguments
  'name-causes': NoArguments
  'withdraw-cause': { number: string | number }
  'attribution-title': NoArguments
  'changed-at': { date: string | number }
  'changed-by': { date: string | number; name: string | number }
  'at-the-start': NoArguments
  'placed-after': NoArguments
  'change-passage': NoArguments
  'see-taken-out': NoArguments
  'refused-title': { title: string | number }
  'no-cause': NoArguments
  'no-number': NoArguments
  'numbers-unreadable': NoArguments
  'too-many-numbers': { limit: number }
  'contribution-unknown': { number: string | number }
  'contribution-elsewhere': { number: string | number }
  'contribution-withdrawn': { number: string | number }
  'contribution-withheld': { number: string | number }
  'contribution-declined': { number: string | number }
  'no-citation': NoArguments
  'citation-too-long': { limit: number }
  'link-unreadable': NoArguments
  'link-too-long': { limit: number }
  'no-reason': NoArguments
  'reason-too-long': { limit: number }
  'no-wording': NoArguments
  'wording-unchanged': NoArguments
  'wording-too-long': { limit: number }
  'heading-on-lines': NoArguments
  'cells-differ': NoArguments
  'block-changed-since': NoArguments
  'block-gone': NoArguments
  'place-gone': NoArguments
  'no-kind': NoArguments
  'block-merged': NoArguments
  'no-cut': NoArguments
  'other-form': NoArguments
  'not-alike': NoArguments
  'changed-later': NoArguments
  'undo-published': NoArguments
  'change-published': NoArguments
  'cause-file': NoArguments
  'cause-source': NoArguments
  'cause-erratum': NoArguments
  'operation': { operation: string }
  'shape-changed': { kind: string; level: number }
  'figure-changed': NoArguments
  'with-others': { count: number }
  'place': NoArguments
  'place-hint': NoArguments
  'place-start': NoArguments
  'undo': NoArguments
  'undone-by': NoArguments
  'undoes': NoArguments
  'change-of': { date: string | number; what: string | number }
  'undo-reason': NoArguments
  'withdrawn-cause': NoArguments
  'spoken-for': NoArguments
  'organisation-unverified': NoArguments
}

export const words = defineWords<Messages>({ en, es, fr })
