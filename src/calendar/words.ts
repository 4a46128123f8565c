// Written by `npm run generate` from the message files beside it.
import { defineWords, type NoArguments } from '../platform/messages.ts'
import en from './words.en.json' with { type: 'json' }
import es from './words.es.json' with { type: 'json' }
import fr from './words.fr.json' with { type: 'json' }

type Messages = {
  'calendar': NoArguments
  'workshop': NoArguments
  'lead': NoArguments
  'no-events': NoArguments
  'dates': NoArguments
  'add-title': NoArguments
  'add': NoArguments
  'change': NoArguments
  'change-of': { name: string | number }
  'change-title': NoArguments
  'save': NoArguments
  'remove': NoArguments
  'remove-of': { name: string | number }
  'remove-title': NoArguments
  'remove-lead': NoArguments
  'remove-it': NoArguments
  'leave-it': NoArguments
  'all-dates': NoArguments
  'plan-fulfilled': NoArguments
  'refused-title': { title: string | number }
  'not-saved-title': NoArguments
  'present': NoArguments
  'changed-advice': NoArguments
  'done': { done: string }
  'kind': NoArguments
  'choose-kind': NoArguments
  'kind-name': { kind: string }
  'what': { kind: string; number: number }
  'date': NoArguments
  'date-hint': NoArguments
  'day': NoArguments
  'month': NoArguments
  'year': NoArguments
  'edition': NoArguments
  'edition-hint': NoArguments
  'label': NoArguments
  'label-hint': { limit: number }
  'by-whom': NoArguments
  'by-whom-hint': { limit: number }
  'link': NoArguments
  'link-hint': NoArguments
  'no-kind': NoArguments
  'no-year': NoArguments
  'year-unreadable': NoArguments
  'no-month': NoArguments
  'no-such-date': NoArguments
  'edition-unreadable': NoArguments
  'edition-published': NoArguments
  'no-label': NoArguments
  'label-too-long': { limit: number }
  'by-whom-too-long': { limit: number }
  'link-unreadable': NoArguments
  'link-too-long': { limit: number }
  'added-already': NoArguments
  'changed-since': NoArguments
  'gone': NoArguments
  'signed-out': NoArguments
  'life': NoArguments
  'earlier': { count: number }
  'today': NoArguments
  'by': { name: string | number }
  'source': { name: string | number }
  'keep': NoArguments
  'open-now': NoArguments
  'until': { date: string | number; over: string; precision: string }
  'planned': { date: string | number; number: number; over: string; precision: string }
}

export const words = defineWords<Messages>({ en, es, fr })
