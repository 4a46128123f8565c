// Written by `npm run generate` from the message files beside it.
import { defineWords, type NoArguments } from '../platform/messages.ts'
import en from './words.en.json' with { type: 'json' }
import es from './words.es.json' with { type: 'json' }
import fr from './words.fr.json' with { type: 'json' }

type Messages = {
  'edition': { number: number }
  'changes-title': { number: number }
  'changes-lead': { count: number; date: string | number }
  'because-of': NoArguments
  'declined-title': NoArguments
  'nothing-declined': NoArguments
  'what-it-changed': NoArguments
  'changed-in-working-text': { count: number; sentences: string | number; unit: string }
  'changed-in-edition': { count: number; number: number; sentences: string | number; unit: string }
  'workshop': NoArguments
  'prepare-publication': NoArguments
  'publish-title': { number: number }
  'publish': { number: number }
  'changes-made': { count: number }
  'answers-given': { count: number }
  'unanswered': { count: number }
  'confirm-unanswered': NoArguments
  'who-publishes': NoArguments
  'cannot-be-undone': NoArguments
  'no-working-text': NoArguments
  'nothing-new': NoArguments
  'unanswered-not-confirmed': NoArguments
  'still-waited': { count: number }
  'see-unanswered': NoArguments
  'and-more': { count: number }
  'noted-title': NoArguments
  'unchanging-title': NoArguments
  'changed-elsewhere': { did: string; number: number; published: string }
  'refused-title': { title: string | number }
  'text-of': { count: number }
  'only-file': { count: number }
  'name-their-causes': NoArguments
  'accepted-unchanged': { count: number }
  'doubtful-passages': { count: number }
  'losing-passage': { count: number }
  'which-ones': NoArguments
  'changed-meanwhile': NoArguments
  'passages-differ': { count: number }
  'undone-before': { count: number; number: number }
  'undone-since': { count: number }
  'reworded-before': { number: number }
  'reworded-since': NoArguments
  'gone-since': { number: number }
  'undone-here': NoArguments
  'undone-how': { how: string; number: number }
  'also-told': NoArguments
  'downloads-title': NoArguments
  'download-as': { format: string }
  'download-for': { format: string }
  'contents': NoArguments
  'address-of-passage': { start: string | number }
  'back-to-reference': { number: string | number }
  'offline-copy': { date: string | number; name: string | number; number: number }
  'read-online': NoArguments
  'back-to-text': { number: number }
  'cite-and-check': NoArguments
  'how-to-cite': NoArguments
  'citation': { address: string | number; authors: string | number; date: string | number; number: number; title: string | number }
  'licence-of-text': NoArguments
  'attribution': { address: string | number; authors: string | number; date: string | number; licence: string | number; number: number; title: string | number }
  'no-licence': NoArguments
  'hash-of-edition': NoArguments
  'hash-checked': { file: string | number }
  'illustrative-text': NoArguments
  'download-button': { size: string | number }
  'changes-told': NoArguments
  'compared-title': { from: number; number: number }
  'compared-lead': { count: number; date: string | number; from: number; number: number; since: string | number }
  'compare-with': { number: number }
  'compare': NoArguments
  'compare-any': NoArguments
  'compare-from': NoArguments
  'compare-to': NoArguments
  'same-edition': NoArguments
  'no-such-edition': NoArguments
  'edition-of': { date: string | number; number: number }
  'between': NoArguments
}

export const words = defineWords<Messages>({ en, es, fr })
