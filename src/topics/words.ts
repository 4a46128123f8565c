// Written by `npm run generate` from the message files beside it.
import { defineWords, type NoArguments } from '../platform/messages.ts'
import en from './words.en.json' with { type: 'json' }
import es from './words.es.json' with { type: 'json' }
import fr from './words.fr.json' with { type: 'json' }

type Messages = {
  'topics': NoArguments
  'topics-of': { name: string | number }
  'topics-lead': NoArguments
  'no-topics': NoArguments
  'what-is-said-without': NoArguments
  'keep-topics': NoArguments
  'keep-topic': NoArguments
  'group-open': NoArguments
  'group-ahead': NoArguments
  'group-over': NoArguments
  'none-open': NoArguments
  'all-topics': { count: number }
  'calendar': NoArguments
  'as-table': NoArguments
  'line-is-today': { date: string | number }
  'column-topic': NoArguments
  'column-phase': NoArguments
  'column-dates': NoArguments
  'column-state': NoArguments
  'on-day': { date: string | number }
  'from-to': { from: string | number; to: string | number }
  'open-until': { date: string | number; days: number }
  'opens-on': { date: string | number; days: number }
  'closed-on': { date: string | number }
  'phase-number': { number: number }
  'no-dates': NoArguments
  'seen-by-editors-only': NoArguments
  'counters': NoArguments
  'counter-days': { count: number }
  'counter-visitors': { count: number }
  'how-counted': NoArguments
  'how-counted-text': NoArguments
  'when': NoArguments
  'date-change': { closed: string | number; closes: string | number; date: string | number; deed: string; opened: string | number; opens: string | number }
  'assertion-of-report': NoArguments
  'questions': { count: number }
  'extracts': { count: number }
  'extract-of': { edition: number }
  'testimonies': { count: number }
  'workshop': NoArguments
  'refused-title': { title: string | number }
  'workshop-lead': NoArguments
  'workshop-empty': NoArguments
  'begin-title': NoArguments
  'as-read': NoArguments
  'state-of-topic': { state: string }
  'next-step': { phases: number }
  'edited-title': { name: string | number }
  'done-begun': NoArguments
  'done-kept': NoArguments
  'done-published': NoArguments
  'done-phase-added': NoArguments
  'done-phase-kept': NoArguments
  'done-phase-closed': NoArguments
  'done-phase-removed': NoArguments
  'publish': NoArguments
  'publish-title': NoArguments
  'publish-lead': NoArguments
  'publish-no-phase': NoArguments
  'publish-changed-since': NoArguments
  'no-phases': NoArguments
  'add-phase': NoArguments
  'change-phase': { state: string }
  'end-phase': { state: string }
  'end-lead': { state: string }
  'end-changed-since': NoArguments
  'end-over-already': NoArguments
  'end-only-phase': NoArguments
  'put-to-debate': NoArguments
  'words-title': NoArguments
  'words-lead': NoArguments
  'begin': NoArguments
  'save': NoArguments
  'add': NoArguments
  'give-up': NoArguments
  'title': NoArguments
  'title-hint': { limit: number }
  'assertion': NoArguments
  'assertion-hint': { limit: number }
  'questions-label': NoArguments
  'questions-hint': { most: number }
  'moderation-legend': NoArguments
  'moderation-as-report': NoArguments
  'moderation-before': NoArguments
  'moderation-after': NoArguments
  'extracts-legend': NoArguments
  'extracts-hint': NoArguments
  'passage': { place: number }
  'quote': { place: number }
  'testimonies-legend': NoArguments
  'testimonies-hint': NoArguments
  'testimony-name': { place: number }
  'testimony-about': { place: number }
  'testimony-place': { place: number }
  'testimony-lang': { place: number }
  'testimony-words': { place: number }
  'phase-lead': NoArguments
  'other-phases': NoArguments
  'opensOn': NoArguments
  'opensOn-hint': NoArguments
  'closesOn': NoArguments
  'closesOn-hint': NoArguments
  'label': NoArguments
  'label-hint': { limit: number }
  'prompt': NoArguments
  'prompt-hint': { limit: number }
  'no-title': NoArguments
  'title-too-long': { limit: number }
  'assertion-too-long': { limit: number }
  'question-too-long': { limit: number }
  'too-many-questions': { limit: number }
  'nothing-to-debate': NoArguments
  'too-many-extracts': { limit: number }
  'too-many-testimonies': { limit: number }
  'passage-unknown': { place: number }
  'quote-not-found': { place: number }
  'quote-too-long': { limit: number; place: number }
  'no-name': { place: number }
  'name-too-long': { limit: number; place: number }
  'about-too-long': { limit: number; place: number }
  'place-too-long': { limit: number; place: number }
  'no-words': { place: number }
  'words-too-long': { limit: number; place: number }
  'begun-already': NoArguments
  'changed-since': NoArguments
  'gone': NoArguments
  'no-opening': NoArguments
  'opening-unreadable': NoArguments
  'no-closing': NoArguments
  'closing-unreadable': NoArguments
  'closes-before-it-opens': NoArguments
  'label-too-long': { limit: number }
  'prompt-too-long': { limit: number }
  'phases-overlap': NoArguments
  'opened-already': NoArguments
  'closes-in-the-past': NoArguments
  'added-already': NoArguments
  'state-now': { state: string }
  'opens-in-the-past': NoArguments
  'more-extracts': NoArguments
  'more-testimonies': NoArguments
}

export const words = defineWords<Messages>({ en, es, fr })
