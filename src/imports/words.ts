// Written by `npm run generate` from the message files beside it.
import { defineWords, type NoArguments } from '../platform/messages.ts'
import en from './words.en.json' with { type: 'json' }
import es from './words.es.json' with { type: 'json' }
import fr from './words.fr.json' with { type: 'json' }

type Messages = {
  'import-file': NoArguments
  'workshop': NoArguments
  'import-title': NoArguments
  'refused-title': { title: string | number }
  'import-lead': NoArguments
  'import-lead-again': NoArguments
  'import-pictures': NoArguments
  'reason': NoArguments
  'reason-hint': NoArguments
  'words': NoArguments
  'words-hint': NoArguments
  'file': NoArguments
  'file-hint': NoArguments
  'file-again': NoArguments
  'read-file': NoArguments
  'no-file': NoArguments
  'no-reason': NoArguments
  'reason-too-long': NoArguments
  'words-too-long': NoArguments
  'signed-out': NoArguments
  'signed-out-advice': NoArguments
  'unknown-format': NoArguments
  'too-large': NoArguments
  'not-utf8': NoArguments
  'not-a-word-file': NoArguments
  'broken-file': NoArguments
  'unpacks-too-large': NoArguments
  'nested-too-deep': NoArguments
  'takes-too-long': NoArguments
  'too-many-passages': NoArguments
  'no-text': NoArguments
  'not-one-document': NoArguments
  'preview-title': { file: string | number }
  'preview-lead': NoArguments
  'preview-kept': NoArguments
  'on-this-page': NoArguments
  'document': NoArguments
  'file-name': NoArguments
  'fingerprint': NoArguments
  'title-found': NoArguments
  'no-title-found': NoArguments
  'title-stays': { title: string | number }
  'language': NoArguments
  'language-unsaid': NoArguments
  'language-stays': { language: string | number }
  'said-reason': NoArguments
  'understood': NoArguments
  'kind': { kind: string }
  'kind-count': { count: number; kind: string }
  'left-out': NoArguments
  'nothing-left-out': NoArguments
  'lost-script': { count: number }
  'lost-style': { count: number }
  'lost-embedded': { count: number; name: string | number }
  'lost-form': { count: number; name: string | number }
  'lost-media': { count: number; name: string | number }
  'lost-rule': { count: number }
  'lost-comment': { count: number }
  'lost-handler': { count: number }
  'lost-style-attribute': { count: number }
  'lost-merged': { count: number }
  'lost-hidden': { count: number }
  'lost-empty': { count: number }
  'lost-internal-link': { count: number }
  'lost-relative-link': { count: number }
  'lost-other-link': { count: number; name: string | number }
  'lost-picture': { count: number }
  'lost-picture-elsewhere': { count: number }
  'lost-picture-outside': { count: number }
  'lost-picture-not-sent': { count: number }
  'lost-picture-kind': { count: number }
  'lost-picture-large': { count: number }
  'lost-drawing-endless': { count: number }
  'lost-picture-many': { count: number }
  'lost-picture-broken': { count: number }
  'lost-picture-within': { count: number }
  'lost-picture-further': { count: number }
  'lost-picture-fileless': { count: number }
  'lost-drawing-part': { count: number }
  'lost-file': { count: number }
  'lost-language': { count: number }
  'lost-note-in-title': { count: number }
  'lost-note': { count: number }
  'lost-front-title': NoArguments
  'lost-text-box': { count: number }
  'lost-drawing': { count: number }
  'lost-contents': { count: number }
  'lost-number': { count: number }
  'lost-frame': { count: number }
  'lost-front-entry': { count: number }
  'lost-element': { count: number; name: string | number }
  'lost-header': { count: number }
  'lost-insertion': { count: number }
  'lost-deletion': { count: number }
  'lost-move': { count: number }
  'lost-equation': { count: number }
  'lost-symbol': { count: number }
  'lost-formatting': { count: number; name: string | number }
  'outline': NoArguments
  'outline-summary': { count: number }
  'no-outline': NoArguments
  'propositions': NoArguments
  'propositions-summary': { count: number }
  'no-number': NoArguments
  'headings': NoArguments
  'headings-hint': NoArguments
  'headings-page-hint': NoArguments
  'headings-pages': NoArguments
  'differences-pages': NoArguments
  'find': NoArguments
  'find-hint': NoArguments
  'find-button': NoArguments
  'found': { count: number; words: string | number }
  'all-headings': NoArguments
  'read-as': NoArguments
  'as-paragraph': NoArguments
  'as-headings': NoArguments
  'as-heading': { level: string | number }
  'as-propositions': NoArguments
  'as-proposition': { level: string | number }
  'apply': NoArguments
  'differences': NoArguments
  'first-text': NoArguments
  'nothing-differs': NoArguments
  'what-stays': { changed: number; same: number }
  'would-lose': { count: number }
  'would-doubt': { count: number }
  'contributions-there': { count: number }
  'passages-more': { count: number }
  'stand-here': { count: number }
  'lose-here': { count: number }
  'doubt-here': { count: number }
  'find-here': { count: number }
  'with-level': { kind: string | number; level: string | number }
  'figures': NoArguments
  'figures-summary': { count: number }
  'mostly-other': NoArguments
  'undoes': { count: number }
  'undoes-divisions': { count: number }
  'undone-division': { did: string }
  'undone-contribution': { number: number }
  'undone-more': { count: number }
  'decide': NoArguments
  'decide-first': NoArguments
  'decide-again': NoArguments
  'accept': NoArguments
  'give-up': NoArguments
  'changed-meanwhile': NoArguments
  'nothing-changed': NoArguments
}

export const words = defineWords<Messages>({ en, es, fr })
