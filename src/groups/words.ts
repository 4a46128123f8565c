// Written by `npm run generate` from the message files beside it.
import { defineWords, type NoArguments } from '../platform/messages.ts'
import en from './words.en.json' with { type: 'json' }
import es from './words.es.json' with { type: 'json' }
import fr from './words.fr.json' with { type: 'json' }

type Messages = {
  'groups': NoArguments
  'numbered': { number: number }
  'groups-lead': NoArguments
  'groups-count': { count: number }
  'open-groups': { count: number }
  'formed': { date: string | number; number: number }
  'members': { count: number }
  'of-which-hidden': { count: number }
  'listed': NoArguments
  'none-listed': NoArguments
  'by-kind': NoArguments
  'by-side': NoArguments
  'count-of-kind': { count: number; kind: string }
  'count-of-side': { count: number; side: string }
  'supports': { count: number }
  'kept-apart': NoArguments
  'dissolved': { date: string | number }
  'history': NoArguments
  'deed': { count: number; deed: string; numbers: string | number }
  'deed-words': { title: string | number }
  'deed-undoes': { revision: number }
  'deed-by': { at: string | number; role: string }
  'undo': NoArguments
  'undo-label': { revision: number }
  'undone': NoArguments
  'read-together': { count: number }
  'see-alike': NoArguments
  'keep-groups': NoArguments
  'open-kept': NoArguments
  'see-public': NoArguments
  'queue': NoArguments
  'workshop-lead': NoArguments
  'suggested': NoArguments
  'suggested-count': { count: number; found: number }
  'nothing-waits': NoArguments
  'suggestion-pages': NoArguments
  'group-pages': NoArguments
  'member-pages': NoArguments
  'like': { count: number }
  'open-these': NoArguments
  'none-open': NoArguments
  'alike-title': { kind: string; number: number }
  'its-words': NoArguments
  'alike-listed': { count: number }
  'none-alike': NoArguments
  'likeness-same': NoArguments
  'likeness-much': NoArguments
  'likeness-some': NoArguments
  'marked-hint': NoArguments
  'same-passage': NoArguments
  'in-group': NoArguments
  'has-answer': NoArguments
  'choose': { what: string | number }
  'group-chosen': NoArguments
  'making': NoArguments
  'making-lead': NoArguments
  'chosen': { count: number }
  'choose-in-queue': NoArguments
  'into': NoArguments
  'into-new': NoArguments
  'title': NoArguments
  'title-hint': { limit: number }
  'title-hint-new': { limit: number }
  'shared': NoArguments
  'shared-hint': { limit: number }
  'group-them': NoArguments
  'group-none': NoArguments
  'remove': NoArguments
  'add': NoArguments
  'add-numbers': NoArguments
  'add-hint': NoArguments
  'word': NoArguments
  'save-words': NoArguments
  'dissolve': NoArguments
  'dissolve-hint': NoArguments
  'done-made': NoArguments
  'done-added': NoArguments
  'done-removed': NoArguments
  'done-worded': NoArguments
  'done-dissolved': NoArguments
  'done-undone': NoArguments
  'refused-title': { title: string | number }
  'stands-now': NoArguments
  'no-title': NoArguments
  'title-too-long': { limit: number }
  'shared-too-long': { limit: number }
  'nothing-chosen': NoArguments
  'too-few': NoArguments
  'too-many': { limit: number }
  'made-already': NoArguments
  'no-such-group': NoArguments
  'group-dissolved': NoArguments
  'changed-since': NoArguments
  'too-few-left': NoArguments
  'undone-already': NoArguments
  'nothing-to-undo': NoArguments
  'worded-since': NoArguments
  'numbers-unreadable': NoArguments
  'not-there': { number: number }
  'is-reply': { number: number }
  'not-published': { number: number }
  'in-other-group': { number: number }
}

export const words = defineWords<Messages>({ en, es, fr })
