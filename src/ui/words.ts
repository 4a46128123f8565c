// Written by `npm run generate` from the message files beside it.
import { defineWords, type NoArguments } from '../platform/messages.ts'
import en from './words.en.json' with { type: 'json' }
import fr from './words.fr.json' with { type: 'json' }

type Messages = {
  'skip-to-content': NoArguments
  'site-navigation': NoArguments
  'journal': NoArguments
  'sign-in': NoArguments
  'sign-out': NoArguments
  'signed-out-advice': NoArguments
  'sign-in-in-new-tab': NoArguments
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
}

export const words = defineWords<Messages>({ en, fr })
