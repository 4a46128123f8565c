// Written by `npm run generate` from the message files beside it.
import { defineWords, type NoArguments } from '../platform/messages.ts'
import en from './words.en.json' with { type: 'json' }
import es from './words.es.json' with { type: 'json' }
import fr from './words.fr.json' with { type: 'json' }

type Messages = {
  'queue': NoArguments
  'open-queue': { count: number }
  'own-moderation': NoArguments
  'own-flags': NoArguments
  'own-flag-status': { date: string | number; outcome: string }
  'follow-own-flag': NoArguments
  'follow-own-flag-of': { number: number; reference: string | number }
  'waiting-count': { count: number }
  'mode-now': { days: number; mode: string }
  'change-setting': NoArguments
  'waiting-title': { count: number }
  'nothing-waits': { mode: string }
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
  'cut-files': NoArguments
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
  'st-see': NoArguments
  'st-charter': NoArguments
  'flag-title': { number: number }
  'flag-lead': NoArguments
  'flag-what': NoArguments
  'flag-why': NoArguments
  'flag-why-hint': NoArguments
  'flag-illegal': NoArguments
  'flag-law': NoArguments
  'flag-law-hint': { limit: number }
  'flag-grave': NoArguments
  'flag-explanation': NoArguments
  'flag-explanation-hint': { least: number; most: number }
  'flag-words': NoArguments
  'flag-words-hint': NoArguments
  'flag-you': NoArguments
  'flag-you-hint': NoArguments
  'flag-as': { name: string | number }
  'flag-name': NoArguments
  'flag-email': NoArguments
  'flag-good-faith': NoArguments
  'flag-send': NoArguments
  'flag-nothing': NoArguments
  'flag-no-ground': NoArguments
  'flag-law-too-long': { law: number }
  'flag-explanation-too-short': { least: number }
  'flag-explanation-too-long': { most: number }
  'flag-words-not-found': NoArguments
  'flag-no-name': NoArguments
  'flag-email-unreadable': NoArguments
  'flag-no-good-faith': NoArguments
  'flag-own': NoArguments
  'flag-too-many-of-person': { person: number }
  'flag-too-many-of-address': NoArguments
  'flag-too-many-of-all': NoArguments
  'flag-received-title': NoArguments
  'flag-received': { mail: string; reference: string | number }
  'flag-received-next': { days: number }
  'flag-back': NoArguments
  'follow-title': { reference: string | number }
  'follow-done': { done: string }
  'follow-secret': NoArguments
  'follow-what': NoArguments
  'follow-contribution': { number: number }
  'follow-when': NoArguments
  'follow-why': NoArguments
  'follow-law-unknown': NoArguments
  'follow-words': NoArguments
  'follow-explanation': NoArguments
  'follow-forgotten': NoArguments
  'follow-waiting': { until: string | number }
  'follow-overdue': { until: string | number }
  'follow-decided': { date: string | number; outcome: string }
  'decided-by-person': NoArguments
  'decided-by-another': NoArguments
  'flag-contest-until': { until: string | number }
  'redress-outside': NoArguments
  'contest': NoArguments
  'flag-mail-subject': { reference: string | number }
  'flag-mail-received': { again: string; date: string | number; number: number; reference: string | number }
  'flag-mail-due': { until: string | number }
  'flag-mail-follow': NoArguments
  'flag-mail-not-you': NoArguments
  'flag-answer-subject': { reference: string | number }
  'flag-answer': { number: number; outcome: string; reference: string | number }
  'flag-reopened-subject': { reference: string | number }
  'flag-reopened': { number: number; reference: string | number }
  'flags-title': { count: number }
  'flags-lead': NoArguments
  'flag-line': { date: string | number; name: string | number; who: string }
  'flag-of-earlier': NoArguments
  'flag-exact': NoArguments
  'verdict-title': { hidden: string }
  'verdict-outcome': { count: number }
  'verdict-dismissed': { count: number }
  'verdict-upheld': NoArguments
  'verdict-reason': NoArguments
  'verdict-reason-hint': { limit: number }
  'verdict-send': NoArguments
  'verdict-no-outcome': NoArguments
  'verdict-no-reason': NoArguments
  'verdict-reason-too-long': { limit: number }
  'verdict-nothing-hidden': NoArguments
  'own-flag': NoArguments
  'flags-decided-meanwhile': NoArguments
  'contested': NoArguments
  'overruled': NoArguments
  'from-appeal': NoArguments
  'verdicts-title': NoArguments
  'verdict-line': { count: number; date: string | number; outcome: string }
  'verdict-undo': NoArguments
  'done-flags': NoArguments
  'done-flags-undone': NoArguments
  'waits-contested': { date: string | number; kind: string }
  'appeal-open': NoArguments
  'contest-title': NoArguments
  'contest-lead': { date: string | number; kind: string; number: number; until: string | number }
  'contest-how': NoArguments
  'contest-reason': NoArguments
  'contest-reason-hint': { limit: number }
  'contest-send': NoArguments
  'contest-nothing': NoArguments
  'contest-no-reason': NoArguments
  'contest-reason-too-long': { limit: number }
  'contest-not-open': NoArguments
  'contest-already': NoArguments
  'contest-too-often': NoArguments
  'contest-signed-out': NoArguments
  'appeal-status': { date: string | number; decided: string; kind: string; until: string | number }
  'appeal-withdraw': NoArguments
  'appeal-said': NoArguments
  'appeal-result': { date: string | number; kind: string; outcome: string }
  'done-contested': NoArguments
  'done-appeal-withdrawn': NoArguments
  'done-appeal-decided': NoArguments
  'appeal-mail-subject': { id: number }
  'appeal-mail-received': { date: string | number; id: number; number: number }
  'appeal-mail-due': { until: string | number }
  'appeal-answer-subject': { id: number }
  'appeal-answer': { kind: string; number: number; outcome: string }
  'appeal-title': { id: number }
  'appeal-about': { date: string | number; kind: string; number: number; until: string | number }
  'appeal-why': NoArguments
  'appeal-forgotten': NoArguments
  'appeal-contested': NoArguments
  'appeal-dismissed-because': { date: string | number }
  'appeal-decide': NoArguments
  'appeal-choice': { choice: string; kind: string }
  'appeal-cut-instead': NoArguments
  'appeal-answer-label': NoArguments
  'appeal-answer-hint': { kind: string; limit: number }
  'appeal-send': NoArguments
  'appeal-final': NoArguments
  'appeal-over': NoArguments
  'appeal-own-decision': NoArguments
  'appeal-own': NoArguments
  'appeal-for-moderators': NoArguments
  'appeal-no-outcome': NoArguments
  'appeal-no-answer': NoArguments
  'appeal-answer-too-long': { limit: number }
  'appeal-goes-to': { others: number }
  'done-answered': NoArguments
  'appeals': NoArguments
  'appeals-title': { count: number }
  'appeals-lead': NoArguments
  'appeals-none': NoArguments
  'ground-flagged': { count: number }
  'queue-since': { ground: string; since: string | number }
  'signs': { signs: string | number }
  'st-redress-is': { contest: string; outside: string | number; until: string | number }
  'grounds': NoArguments
  'waits-because': { count: number; ground: string }
  'publish-ticked': NoArguments
  'publish-ticked-hint': NoArguments
  'publish-this': { number: number }
  'none-ticked': NoArguments
  'done-some': NoArguments
  'author-history': { cut: number; hidden: number; said: number }
  'waits-suspected': { why: string | number }
  'flag-too-many-of-network': { until: string | number }
  'alike-title': { count: number }
  'alike-lead': { count: number; most: number }
  'alike-listed': { count: number; rest: number }
  'alike-decision': NoArguments
  'alike-choice': { choice: string }
  'alike-each': NoArguments
  'alike-decide': NoArguments
  'alike-none-chosen': NoArguments
  'alike-none': NoArguments
  'alike-to-queue': NoArguments
  'alike-changed': NoArguments
  'alike-done': { done: number; of: number; what: string }
  'alike-batches': NoArguments
  'alike-batch': { count: number; date: string | number; outcome: string }
  'alike-undo': { count: number }
  'alike-here': NoArguments
  'alike-one': { count: number }
  'alike-like': NoArguments
  'alike-takes-time': NoArguments
}

export const words = defineWords<Messages>({ en, es, fr })
