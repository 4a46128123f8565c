// Written by `npm run generate` from the message files beside it.
import { defineWords, type NoArguments } from '../platform/messages.ts'
import en from './words.en.json' with { type: 'json' }
import es from './words.es.json' with { type: 'json' }
import fr from './words.fr.json' with { type: 'json' }

type Messages = {
  'queue': NoArguments
  'open-workshop': NoArguments
  'waiting': { count: number }
  'nothing-waits': NoArguments
  'answered': { count: number }
  'answer-title': { kind: string; number: number }
  'decision': NoArguments
  'decide-accepted': { count: number; kind: string }
  'decide-accepted-in-part': { kind: string; way: string }
  'decide-declined': { kind: string }
  'decide-noted': { kind: string }
  'reason': NoArguments
  'reason-hint': { count: number; limit: number }
  'give-answer': NoArguments
  'no-decision': NoArguments
  'no-reason': NoArguments
  'reason-too-long': { limit: number }
  'answered-already': { what: string | number }
  'passage-gone': { count: number; what: string | number }
  'passage-changed-since': { count: number; what: string | number }
  'nothing-changed': { count: number; what: string | number }
  'answer': NoArguments
  'answered-by': { date: string | number; name: string | number }
  'no-answer-yet': NoArguments
  'signed-out': NoArguments
  'refused-title': { title: string | number }
  'not-published': { what: string | number }
  'is-reply': { what: string | number }
  'revised-meanwhile': { what: string | number }
  'notice-subject': { what: string | number }
  'notice-text': { count: number; decision: string | number; pages: string | number; reason: string | number; what: string | number }
  'notice-together': { numbers: string | number }
  'none-yet': NoArguments
  'none-answered': NoArguments
  'none-such': NoArguments
  'drop-filters': NoArguments
  'tabs': NoArguments
  'tab-waiting': { count: number }
  'tab-answered': { count: number }
  'filter': NoArguments
  'filter-kind': NoArguments
  'filter-passage': NoArguments
  'filter-age': NoArguments
  'filter-origin': NoArguments
  'order': NoArguments
  'every-kind': { count: number }
  'kind': { count: number; kind: string }
  'every-passage': NoArguments
  'passage-not-read': NoArguments
  'every-age': NoArguments
  'older-than': { count: number }
  'every-origin': NoArguments
  'origin-online': NoArguments
  'origin-import': NoArguments
  'filter-obstacle': NoArguments
  'every-obstacle': NoArguments
  'obstacle-rivals': NoArguments
  'obstacle-equals': NoArguments
  'obstacle-changed': NoArguments
  'obstacle-gone': NoArguments
  'order-oldest': NoArguments
  'order-newest': NoArguments
  'order-supported': NoArguments
  'order-passage': NoArguments
  'tick': { what: string | number }
  'tick-hint': NoArguments
  'answer-ticked': NoArguments
  'on': NoArguments
  'on-whole-report': NoArguments
  'sentences': { count: number; places: string | number; unit: string }
  'changed-since-read': NoArguments
  'no-longer-there': NoArguments
  'queue-gone': NoArguments
  'queue-changed': NoArguments
  'queue-rivals': { count: number; more: number; numbers: string | number }
  'queue-equals': { count: number; more: number; numbers: string | number }
  'supports': { count: number }
  'answer-given': { count: number }
  'answer-next': { what: string | number }
  'waiting-here': { count: number }
  'answer-together': { count: number }
  'answer-this-one': { kind: string; number: number }
  'said-of-report': { edition: number }
  'said-of-passage': { edition: number }
  'said-of-sentences': { count: number; edition: number; places: string | number; unit: string }
  'see-passage': NoArguments
  'gone-from-working-text': NoArguments
  'changed-in-working-text': NoArguments
  'why': NoArguments
  'same-wording-as': { count: number; numbers: string | number }
  'rivals-title': NoArguments
  'rivals-hint': NoArguments
  'rival-wordings': { count: number; places: string | number; unit: string; wordings: number }
  'compared-below': NoArguments
  'waits': NoArguments
  'of-edition': { edition: number }
  'in-conflict': { count: number }
  'in-conflict-hint': { count: number }
  'go-together': { count: number }
  'go-together-hint': { count: number }
  'passage-as-read': { edition: number }
  'passage-stands': { edition: number }
  'passage-as-it-stands': NoArguments
  'divided-since': { how: string }
  'divided-rest': NoArguments
  'would-undo': NoArguments
  'would-undo-hint': NoArguments
  'changed-by': NoArguments
  'also-here': NoArguments
  'also-here-hint': NoArguments
  'answer-also': { what: string | number }
  'given-accepted': { kind: string }
  'given-accepted-in-part': { kind: string }
  'given-declined': { kind: string }
  'given-noted': { kind: string }
  'part-wording': NoArguments
  'part-wording-hint': { unit: string }
  'whole-wording': NoArguments
  'whole-wording-hint': { unit: string }
  'by-hand-hint': NoArguments
  'change-by-hand': NoArguments
  'nothing-chosen': NoArguments
  'too-many': { limit: number }
  'some-contribution': { number: number }
  'not-there': { what: string | number }
  'rival-in-group': { rival: string | number; what: string | number }
  'no-wording': NoArguments
  'wording-as-proposed': NoArguments
  'wording-of-these': NoArguments
  'changed-while-writing': NoArguments
  'several-passages': NoArguments
  'wording-unchanged': NoArguments
  'wording-too-long': NoArguments
  'heading-on-lines': NoArguments
  'cells-differ': NoArguments
  'back-to-queue': NoArguments
  'answered-with': { count: number }
  'made-together': { count: number; numbers: string | number }
  'and-more': { count: number }
  'several': { count: number }
  'named': { what: string | number }
  'what-it-says': NoArguments
  'numbered': { number: number }
  'proposes': NoArguments
  'filter-and-order': NoArguments
  'by-hand': NoArguments
  'typed-reason': NoArguments
  'typed-wording': NoArguments
  'typed-wording-hint': NoArguments
  'also-more': { count: number }
  'caused-a-change': { count: number; what: string | number }
  'own-workshops': NoArguments
  'said-of-topic': NoArguments
  'given-to': { kind: string }
  'about-gone': NoArguments
  'not-of-these': { count: number; what: string | number }
  'not-answered-as-one': { kind: string }
  'given-as-one': { count: number; kind: string }
  'answers-as-one': { kind: string }
  'answered-apart': { count: number }
  'still-wait': { count: number }
  'answer-these': { count: number }
  'group-ticked': NoArguments
  'lay-out-ticked': NoArguments
}

export const words = defineWords<Messages>({ en, es, fr })
