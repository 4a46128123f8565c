// Written by `npm run generate` from the message files beside it.
import { defineWords, type NoArguments } from '../platform/messages.ts'
import en from './words.en.json' with { type: 'json' }
import es from './words.es.json' with { type: 'json' }
import fr from './words.fr.json' with { type: 'json' }

type Messages = {
  'home-title': NoArguments
  'home-lead': NoArguments
  'no-reports': NoArguments
  'illustrative': NoArguments
  'licence': NoArguments
  'edition-of': { date: string | number; number: number }
  'edition-number': { number: number }
  'published-by': { date: string | number; name: string | number }
  'cite-as': NoArguments
  'outline': NoArguments
  'all-editions': NoArguments
  'no-edition-yet': NoArguments
  'what-changed-in': { number: number }
  'old-edition': { date: string | number; number: number }
  'read-latest': { number: number }
  'previous': NoArguments
  'next': NoArguments
  'read-on': NoArguments
  'open-passage-of': { start: string | number }
  'selected-words': NoArguments
  'comment-words': NoArguments
  'reword-words': NoArguments
  'selected-words-said': NoArguments
  'keys-title': NoArguments
  'key-does': { key: string }
  'keys-on': NoArguments
  'keys-close': NoArguments
  'passage': NoArguments
  'passage-title': { start: string | number }
  'passage-that-was': { did: string }
  'same-words': { did: string }
  'with-alike': { count: number }
  'as-in-edition': { date: string | number; number: number }
  'read-in-text': NoArguments
  'through-editions': NoArguments
  'unchanged': NoArguments
  'same-since': { date: string | number; number: number }
  'picture-changed': { did: string }
  'picture-before': NoArguments
  'picture-after': NoArguments
  'removed-passage': { last: number; number: number }
  'removed-in': { number: number }
  'put-back-in': { number: number }
  'merged-passage': { last: number; number: number }
  'part-of-now': NoArguments
  'whole-now': NoArguments
  'whole-removed': { number: number }
  'division': { did: string }
  'open-report': NoArguments
  'start-reading': NoArguments
  'about': NoArguments
  'by-authors': { name: string | number }
  'at-request-of': { name: string | number }
  'reading-time': { minutes: number }
  'note': { number: string | number }
  'notes': NoArguments
  'whole-text': { size: string | number }
  'words-count': { count: number }
  'minutes': { count: number }
  'by-chapter': { words: string | number }
  'its-chapters': NoArguments
  'whole-title': { title: string | number }
  'rest-of-opening': NoArguments
  'done-published': { number: number }
  'read-what-changed': NoArguments
  'back-to-workshop': NoArguments
}

export const words = defineWords<Messages>({ en, es, fr })
