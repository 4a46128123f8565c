// Written by `npm run generate` from the message files beside it.
import { defineWords, type NoArguments } from '../platform/messages.ts'
import en from './words.en.json' with { type: 'json' }
import es from './words.es.json' with { type: 'json' }
import fr from './words.fr.json' with { type: 'json' }

type Messages = {
  'account': NoArguments
  'notices': NoArguments
  'notices-link': { count: number }
  'notices-lead': NoArguments
  'follow-title': NoArguments
  'follow': { kind: string; name: string | number }
  'followed': { kind: string; name: string | number; own: string }
  'follow-hint': { kind: string }
  'end-follow': { kind: string; name: string | number }
  'how': NoArguments
  'keep-how': NoArguments
  'cadence': NoArguments
  'cadence-daily': NoArguments
  'cadence-weekly': NoArguments
  'cadence-none': NoArguments
  'weekday': NoArguments
  'weekday-hint': NoArguments
  'weekday-name': { day: string }
  'answers': NoArguments
  'answers-hint': NoArguments
  'save': NoArguments
  'no-address': NoArguments
  'add-address': NoArguments
  'problem-cadence': NoArguments
  'problem-weekday': NoArguments
  'refused-title': { title: string | number }
  'done-saved': NoArguments
  'done-ended': NoArguments
  'done-stopped': NoArguments
  'list-title': { count: number }
  'list-none': NoArguments
  'named-report': { title: string | number }
  'named-passage': { text: string | number }
  'named-topic': { title: string | number }
  'listed-whole': NoArguments
  'listed-passage': { text: string | number }
  'listed-topic': { title: string | number }
  'listed-person': { name: string | number }
  'listed-own': { what: string | number }
  'end': NoArguments
  'end-named': { what: string | number }
  'sent-title': NoArguments
  'sent-lead': { days: number }
  'sent-none': NoArguments
  'sent-digest': { count: number; date: string | number }
  'sent-answer': { date: string | number }
  'end-all': NoArguments
  'end-all-lead': NoArguments
  'digest-title': { date: string | number }
  'digest-page-lead': { count: number }
  'digest-subject': { count: number }
  'digest-subject-one': { count: number; title: string | number }
  'digest-lead': { count: number; date: string | number }
  'on-whole-report': NoArguments
  'item-contribution': { name: string | number; reply: string; what: string | number }
  'item-answer': { decision: string | number; more: number; what: string | number }
  'item-edition': { date: string | number; number: number }
  'item-passage': { number: number }
  'digest-more': { count: number }
  'digest-why': NoArguments
  'answer-why': NoArguments
  'stop-following': { name: string | number }
  'choose-how': NoArguments
  'stop-digests': NoArguments
  'stop-answers': NoArguments
  'unsubscribe-title': { ends: string }
  'unsubscribe-lead': { ends: string; name: string | number }
  'unsubscribe': { ends: string }
  'unsubscribed-title': NoArguments
  'unsubscribed': { ends: string }
  'unsubscribed-back': NoArguments
}

export const words = defineWords<Messages>({ en, es, fr })
