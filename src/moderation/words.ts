// Written by `npm run generate` from the message files beside it.
import { defineWords, type NoArguments } from '../platform/messages.ts'
import en from './words.en.json' with { type: 'json' }
import fr from './words.fr.json' with { type: 'json' }

type Messages = {
  'queue': NoArguments
  'open-queue': { count: number }
  'own-moderation': NoArguments
  'waiting-count': { count: number }
  'mode-now': { days: number; mode: string }
  'change-setting': NoArguments
  'waiting-title': { count: number }
  'nothing-waits': { mode: string }
  'waits-from': { since: string | number }
  'due': { until: string | number }
  'overdue': NoArguments
  'ground-before-publication': NoArguments
  'ground-spam-defence': NoArguments
  'setting-title': NoArguments
  'mode': NoArguments
  'mode-after': NoArguments
  'mode-before': NoArguments
  'promised-days': NoArguments
  'promised-days-hint': NoArguments
  'setting-public': NoArguments
  'set': NoArguments
  'set-nothing': NoArguments
  'setting-no-mode': NoArguments
  'setting-days-unreadable': { least: number; most: number }
  'setting-signed-out': NoArguments
  'decision-title': { kind: string; number: number }
  'refused-title': { title: string | number }
  'waits': { days: number; since: string | number; until: string | number }
  'waits-since': { since: string | number; until: string | number }
  'on-passage': NoArguments
  'its-passage': NoArguments
  'what-it-says': NoArguments
  'decision': NoArguments
  'choice': { choice: string; state: string }
  'reason': NoArguments
  'reason-hint': { limit: number }
  'decide': NoArguments
  'decide-nothing': NoArguments
  'nothing-to-decide': NoArguments
  'undo-title': NoArguments
  'undo-lead': NoArguments
  'undo': NoArguments
  'no-choice': NoArguments
  'no-reason': NoArguments
  'reason-too-long': { limit: number }
  'own-contribution': NoArguments
  'decided-meanwhile': NoArguments
  'revised-meanwhile': NoArguments
  'withdrawn-meanwhile': NoArguments
  'nothing-to-undo': NoArguments
  'signed-out': NoArguments
  'done-published': NoArguments
  'done-withheld': NoArguments
  'done-set': NoArguments
  'decided': { date: string | number; kind: string }
  'decided-by': { name: string | number }
  'because': NoArguments
  'earlier-decisions': { count: number }
  'moderate-published': NoArguments
  'moderate-pending': NoArguments
  'moderate-withheld': NoArguments
  'moderate-withdrawn': NoArguments
  'notice-subject': { kind: string; number: number }
  'notice-text': { kind: string; number: number }
  'cut-title': NoArguments
  'cut-lead': NoArguments
  'cut-no-wording': NoArguments
  'cut-sentences': NoArguments
  'cut-take': NoArguments
  'cut-words': NoArguments
  'cut-words-hint': NoArguments
  'ground': NoArguments
  'ground-hint': NoArguments
  'ground-law': NoArguments
  'law': NoArguments
  'law-hint': { limit: number }
  'no-ground': NoArguments
  'no-law': NoArguments
  'law-too-long': { limit: number }
  'nothing-cut': NoArguments
  'cut-not-found': NoArguments
  'all-cut': NoArguments
  'done-cut': NoArguments
  'rests-on-rule': { rule: number }
  'rests-on-law': { law: string | number }
  'read-reasons': NoArguments
  'whole-text': NoArguments
  'charter': NoArguments
  'charter-old-title': { version: number }
  'charter-since': { date: string | number; version: number }
  'charter-is-old': NoArguments
  'charter-newest': NoArguments
  'rule-title': { rule: number; title: string | number }
  'charter-how': NoArguments
  'charter-change': NoArguments
  'charter-kept': NoArguments
  'charter-versions': NoArguments
  'charter-form-lead': NoArguments
  'charter-keep': NoArguments
  'rule-number': { rule: number }
  'rule-title-in': { language: string | number }
  'rule-text-in': { language: string | number }
  'no-articles': NoArguments
  'changed-since': NoArguments
  'nothing-changed': NoArguments
  'article-incomplete': { rule: number }
  'title-too-long': { rule: number; title: number }
  'text-too-long': { rule: number; text: number }
  'charter-signed-out': NoArguments
  'st-title': NoArguments
  'st-lead': NoArguments
  'st-decision': NoArguments
  'st-decision-is': { count: number; date: string | number; kind: string; number: number }
  'st-extent': NoArguments
  'st-extent-is': NoArguments
  'st-ground': NoArguments
  'st-no-ground': NoArguments
  'st-law': { law: string | number }
  'st-rule': { rule: number; text: string | number; title: string | number; version: number }
  'st-facts': NoArguments
  'st-origin': NoArguments
  'st-origin-is': { origin: string }
  'st-redress': NoArguments
  'st-redress-is': NoArguments
  'st-see': NoArguments
  'st-charter': NoArguments
  'grounds': NoArguments
  'waits-because': { count: number; ground: string }
  'publish-ticked': NoArguments
  'publish-ticked-hint': NoArguments
  'publish-this': { number: number }
  'none-ticked': NoArguments
  'done-some': NoArguments
  'author-history': { cut: number; hidden: number; said: number }
}

export const words = defineWords<Messages>({ en, fr })
