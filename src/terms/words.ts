// Written by `npm run generate` from the message files beside it.
import { defineWords, type NoArguments } from '../platform/messages.ts'
import en from './words.en.json' with { type: 'json' }
import es from './words.es.json' with { type: 'json' }
import fr from './words.fr.json' with { type: 'json' }

type Messages = {
  'terms': NoArguments
  'old-title': { version: number }
  'since': { date: string | number; version: number }
  'is-old': NoArguments
  'newest': NoArguments
  'article': { article: number; title: string | number }
  'what-changed': { count: number }
  'versions': NoArguments
  'mends': NoArguments
  'compare': NoArguments
  'compare-link': NoArguments
  'change': NoArguments
  'kept': NoArguments
  'accepted-now': NoArguments
  'accepted-on': { date: string | number; version: number }
  'accepted-none': NoArguments
  'owes': { version: number }
  'read-and-accept': NoArguments
  'read-them': NoArguments
  'comparison-title': { from: number; to: number }
  'comparison-none': NoArguments
  'from': NoArguments
  'to': NoArguments
  'version': { version: number }
  'differences': NoArguments
  'same-text': NoArguments
  'same-in-yours': { language: string | number }
  'language-added': { language: string | number }
  'language-dropped': { language: string | number }
  'only-one': NoArguments
  'article-changed': { article: number; kind: string }
  'consent': { version: number }
  'consent-read': NoArguments
  'terms-not-accepted': NoArguments
  'terms-changed': NoArguments
  'ask-title': NoArguments
  'ask-changed': { accepted: number; date: string | number }
  'ask-first': NoArguments
  'ask-kept': NoArguments
  'ask-file': NoArguments
  'ask-accept': NoArguments
  'ask-refuse': NoArguments
  'ask-back': NoArguments
  'accept': NoArguments
  'refused-title': { title: string | number }
  'form-title': NoArguments
  'form-lead': NoArguments
  'article-number': { article: number }
  'title-in': { language: string | number }
  'text-in': { language: string | number }
  'summary-legend': NoArguments
  'summary-hint': NoArguments
  'summary-in': { language: string | number }
  'asks-legend': NoArguments
  'asks-anew': NoArguments
  'asks-anew-hint': NoArguments
  'asks-mends': NoArguments
  'preview': NoArguments
  'preview-title': { version: number }
  'preview-note': NoArguments
  'publish': NoArguments
  'change-nothing': NoArguments
  'no-articles': NoArguments
  'article-incomplete': { article: number }
  'title-too-long': { article: number; title: number }
  'text-too-long': { article: number; text: number }
  'no-summary': NoArguments
  'summary-too-long': { summary: number }
  'no-choice': NoArguments
  'changed-since': NoArguments
  'nothing-changed': NoArguments
}

export const words = defineWords<Messages>({ en, es, fr })
