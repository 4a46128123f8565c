// Written by `npm run generate` from the message files beside it.
import { defineWords, type NoArguments } from '../platform/messages.ts'
import en from './words.en.json' with { type: 'json' }
import es from './words.es.json' with { type: 'json' }
import fr from './words.fr.json' with { type: 'json' }

type Messages = {
  'guarantee': NoArguments
  'open-guarantee': { count: number }
  'guarantee-lead': NoArguments
  'open-record': NoArguments
  'who': NoArguments
  'nobody': NoArguments
  'since': { from: string | number }
  'until': { until: string | number }
  'before': { from: string | number; until: string | number }
  'opinions': NoArguments
  'opinions-lead': NoArguments
  'no-opinions': NoArguments
  'opinion-on': { edition: number }
  'version': { version: number }
  'can': NoArguments
  'can-log': NoArguments
  'read-log': NoArguments
  'can-journal': NoArguments
  'read-journal': NoArguments
  'can-reasons': NoArguments
  'can-not': NoArguments
  'verified': NoArguments
  'never-verified': NoArguments
  'verified-result': { date: string | number; entries: number; findings: number }
  'verified-waiting': { count: number }
  'verified-head': { sequence: number }
  'done-published': NoArguments
  'opinion-of': { name: string | number }
  'older-version': NoArguments
  'newest-version': NoArguments
  'corrected-because': NoArguments
  'versions': NoArguments
  'versions-lead': NoArguments
  'hash': NoArguments
  'correct': NoArguments
  'write': NoArguments
  'write-lead': NoArguments
  'correct-lead': NoArguments
  'refused-title': { title: string | number }
  'title': NoArguments
  'body': NoArguments
  'body-hint': { limit: number }
  'on-what': NoArguments
  'on-report': NoArguments
  'on-edition': { number: number }
  'reason': NoArguments
  'reason-hint': { limit: number }
  'publish': NoArguments
  'publish-nothing': NoArguments
  'problem-no-title': NoArguments
  'problem-title-too-long': { title: number }
  'problem-no-body': NoArguments
  'problem-body-too-long': { body: number }
  'problem-no-lang': NoArguments
  'problem-no-such-edition': NoArguments
  'problem-no-reason': NoArguments
  'problem-reason-too-long': { reason: number }
  'problem-sent-already': NoArguments
  'correct-first': NoArguments
  'problem-nothing-changed': NoArguments
  'problem-corrected-meanwhile': NoArguments
  'problem-running': NoArguments
  'record': NoArguments
  'record-lead': NoArguments
  'done-asked': NoArguments
  'asked': { date: string | number }
  'verifying': { date: string | number }
  'verify-now': NoArguments
  'verify-how': NoArguments
  'balance': NoArguments
  'balance-table': NoArguments
  'side': NoArguments
  'side-name': { side: string | number }
  'received': NoArguments
  'became-published': NoArguments
  'became-waiting': NoArguments
  'became-withheld': NoArguments
  'became-withdrawn': NoArguments
  'number': { count: number }
  'balance-right': { imported: number; journalled: number }
  'balance-wrong': { imported: number; journalled: number }
  'hidden': NoArguments
  'undone': NoArguments
  'no-decisions': NoArguments
  'decided': { number: number; outcome: string }
  'late': { days: number }
  'none-late': NoArguments
  'contribution': { number: number }
  'waited': { from: string | number; until: string | number }
  'waits': { from: string | number }
  'bans': NoArguments
  'bans-count': { contested: number; count: number; waiting: number }
  'bans-everywhere': NoArguments
  'read-bans': NoArguments
  'withdrawn': NoArguments
  'none-withdrawn': NoArguments
  'contested': NoArguments
  'none-contested': NoArguments
  'appeal-decided': { at: string | number; from: string | number; outcome: string }
}

export const words = defineWords<Messages>({ en, es, fr })
