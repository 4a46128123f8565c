// Written by `npm run generate` from the message files beside it.
import { defineWords, type NoArguments } from '../platform/messages.ts'
import en from './words.en.json' with { type: 'json' }
import es from './words.es.json' with { type: 'json' }
import fr from './words.fr.json' with { type: 'json' }

type Messages = {
  'skip-to-content': NoArguments
  'site-navigation': NoArguments
  'journal': NoArguments
  'sign-in': NoArguments
  'sign-out': NoArguments
  'signed-out-advice': NoArguments
  'sign-in-in-new-tab': NoArguments
  'takes-time': NoArguments
  'being-worked-on': NoArguments
  'languages': NoArguments
  'about': NoArguments
  'breadcrumb': NoArguments
  'error-summary': { count: number }
  'added': NoArguments
  'removed': NoArguments
  'end-of-change': NoArguments
  'not-found-title': NoArguments
  'not-found-advice': NoArguments
  'refused-title': NoArguments
  'refused-advice': NoArguments
  'failed-title': NoArguments
  'failed-advice': NoArguments
  'away-title': NoArguments
  'away-advice': NoArguments
  'too-many-title': NoArguments
  'too-many-advice': { until: string | number }
  'to-home': NoArguments
  'unreadable-title': NoArguments
  'unreadable-advice': NoArguments
  'too-large-title': NoArguments
  'too-large-advice': NoArguments
  'your-account': NoArguments
  'pages': NoArguments
  'page-of': { page: number; pages: number }
  'page-before': NoArguments
  'page-after': NoArguments
  'line-break': NoArguments
  'mark-gained': { detail: string | number; kind: string }
  'mark-lost': { kind: string }
  'table-compared': NoArguments
  'table-part': { change: string; what: string }
  'now-is': { kind: string; was: string }
  'level-changed': { way: string }
  'number-changed': { now: string | number; was: string | number }
  'picture-other': NoArguments
  'change-is': { kind: string }
  'changes-of-kind': { count: number; kind: string }
  'kind-head': { kind: string }
  'and-its': { count: number }
  'and-others': { count: number }
  'map-title': NoArguments
  'map-help': NoArguments
  'map-as-table': NoArguments
  'map-part': NoArguments
  'map-changes': NoArguments
  'show-typography': { count: number }
  'before-headings': NoArguments
  'first-to-last': { first: string | number; last: string | number }
  'some-changes': { count: number }
  'no-change-here': NoArguments
  'change-before': NoArguments
  'change-after': NoArguments
  'to-list': NoArguments
  'steps': NoArguments
  'moved-from': NoArguments
  'moved-to': NoArguments
  'place-under': { name: string | number }
  'place-top': NoArguments
  'place-after': { name: string | number }
  'place-first': NoArguments
  'named': { name: string | number; what: string | number }
  'organisations': NoArguments
  'charter': NoArguments
  'about-site': NoArguments
  'terms': NoArguments
  'legal-notice': NoArguments
  'permissions': NoArguments
  'accessibility': { conformity: string }
  'erased-person': NoArguments
  'privacy': NoArguments
  'what-you-typed': NoArguments
  'typed': { at: number; count: number }
  'typed-hint': NoArguments
  'signed-out-title': NoArguments
  'sign-in-again-title': NoArguments
  'signed-out-sentence': NoArguments
  'signed-out-send-again': NoArguments
  'signed-out-file': NoArguments
  'send-again': NoArguments
  'changed-by': { at: string | number; name: string | number }
  'see-changed': NoArguments
  'send-over': NoArguments
  'other-language': { language: string | number }
}

export const words = defineWords<Messages>({ en, es, fr })
