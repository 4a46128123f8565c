// Written by `npm run generate` from the message files beside it.
import { defineWords, type NoArguments } from '../platform/messages.ts'
import en from './words.en.json' with { type: 'json' }
import es from './words.es.json' with { type: 'json' }
import fr from './words.fr.json' with { type: 'json' }

type Messages = {
  'controversies': NoArguments
  'controversies-lead': NoArguments
  'controversies-count': { count: number }
  'open-controversies': { count: number }
  'keep-controversies': NoArguments
  'queue': NoArguments
  'open-kept': NoArguments
  'see-public': NoArguments
  'state': { number: number; state: string }
  'state-short': { state: string }
  'positions': { count: number }
  'position-short': { number: number }
  'position-column': NoArguments
  'stance-note': NoArguments
  'argued-by': { count: number }
  'of-which-hidden': { count: number }
  'who-holds': NoArguments
  'counted-how': NoArguments
  'held-by-nobody': NoArguments
  'as-table': NoArguments
  'side': { side: string }
  'number': { number: number }
  'how-settled': NoArguments
  'settled-on': { date: string | number }
  'in-edition': { number: number }
  'in-answer': { number: number }
  'at-meeting': { link: string | number }
  'history': NoArguments
  'deed': { deed: string }
  'deed-by': { at: string | number; role: string }
  'argues-in': { count: number }
  'argued-here': { count: number }
  'lay-out': NoArguments
  'lay-out-lead': NoArguments
  'keep-title': { number: number }
  'question': NoArguments
  'question-hint': { limit: number }
  'lead': NoArguments
  'lead-hint': { limit: number }
  'position': { number: number }
  'position-if': { number: number }
  'statement': NoArguments
  'statement-hint': { limit: number }
  'numbers': NoArguments
  'numbers-hint': NoArguments
  'named': { count: number }
  'stance': { stance: string }
  'save-draft': NoArguments
  'save': NoArguments
  'leave': NoArguments
  'publish': NoArguments
  'settle': NoArguments
  'reopen': NoArguments
  'draft-hint': NoArguments
  'public-hint': NoArguments
  'settle-title': { number: number }
  'settled-when': NoArguments
  'day': NoArguments
  'month': NoArguments
  'year': NoArguments
  'settled-where': NoArguments
  'where-edition': NoArguments
  'where-answer': NoArguments
  'where-meeting': NoArguments
  'which-edition': NoArguments
  'which-answered': NoArguments
  'one-edition': { number: number }
  'one-answered': { number: number }
  'choose': NoArguments
  'none-to-choose': NoArguments
  'link': NoArguments
  'link-hint': NoArguments
  'how': NoArguments
  'how-hint': { limit: number }
  'done-made': NoArguments
  'done-changed': NoArguments
  'done-published': NoArguments
  'done-settled': NoArguments
  'done-reopened': NoArguments
  'refused-title': { title: string | number }
  'no-question': NoArguments
  'question-too-long': { limit: number }
  'lead-too-long': { limit: number }
  'too-few-positions': { limit: number }
  'changed-since': NoArguments
  'made-already': NoArguments
  'no-statement': { position: number }
  'statement-too-long': { limit: number; position: number }
  'numbers-unreadable': { position: number }
  'too-many-arguments': { limit: number; position: number }
  'argued-by-nobody': { position: number }
  'not-there': { number: number; position: number }
  'not-published': { number: number; position: number }
  'argues-another': { number: number; position: number }
  'no-such-date': NoArguments
  'date-to-come': NoArguments
  'no-where': NoArguments
  'no-such-edition': NoArguments
  'not-answered': NoArguments
  'link-unreadable': NoArguments
  'link-too-long': { limit: number }
  'no-how': NoArguments
  'how-too-long': { limit: number }
}

export const words = defineWords<Messages>({ en, es, fr })
