// Written by `npm run generate` from the message files beside it.
import { defineWords, type NoArguments } from '../platform/messages.ts'
import en from './words.en.json' with { type: 'json' }
import es from './words.es.json' with { type: 'json' }
import fr from './words.fr.json' with { type: 'json' }

type Messages = {
  'bans': NoArguments
  'account': NoArguments
  'administration': NoArguments
  'refused-title': { title: string | number }
  'whole-site': NoArguments
  'the-report': { title: string | number }
  'st-what': NoArguments
  'st-what-is': { where: string | number }
  'st-when': NoArguments
  'st-when-is': { from: string | number; until: string | number }
  'st-rule': NoArguments
  'rule-is': { rule: number; text: string | number; title: string | number; version: number }
  'st-facts': NoArguments
  'st-before': NoArguments
  'st-warned': NoArguments
  'st-grave': { reason: string | number }
  'st-origin': NoArguments
  'st-origin-is': { number: number; origin: string }
  'st-stays': NoArguments
  'st-stays-is': NoArguments
  'st-redress': NoArguments
  'st-redress-is': NoArguments
  'notice-subject': { kind: string; where: string | number }
  'notice-text': { kind: string; where: string | number }
  'warning-subject': { number: number }
  'warning-text': { number: number }
  'warning-next': NoArguments
  'banned-title': NoArguments
  'banned-until': { until: string | number; where: string | number }
  'banned-still': NoArguments
  'banned-why': NoArguments
  'history': NoArguments
  'no-history': NoArguments
  'warned-on': { date: string | number; number: number; rule: number }
  'ban-of': { from: string | number; rule: number; scope: string; until: string | number }
  'in-force': NoArguments
  'over': NoArguments
  'ended-as': { date: string | number; kind: string; name: string | number; to: string }
  'rule': NoArguments
  'reason': NoArguments
  'warning-title': NoArguments
  'warning-lead': { name: string | number }
  'warning-reason-hint': { limit: number }
  'warn': NoArguments
  'done-warned': NoArguments
  'do-nothing': NoArguments
  'ban-title': NoArguments
  'ban-lead': { name: string | number }
  'ban-before': { until: string | number }
  'until': NoArguments
  'until-hint': { latest: string | number }
  'reason-hint': { limit: number }
  'look': NoArguments
  'scope': NoArguments
  'scope-site': NoArguments
  'scope-report': { title: string | number }
  'basis': NoArguments
  'basis-hint': NoArguments
  'basis-grave': NoArguments
  'grave': NoArguments
  'grave-hint': { limit: number }
  'confirm-title': NoArguments
  'confirm-what': { name: string | number; until: string | number; where: string | number }
  'confirm-before': { until: string | number }
  'confirm-not': NoArguments
  'confirm-still': NoArguments
  'confirm-told': NoArguments
  'confirm-public': NoArguments
  'confirm': NoArguments
  'edit': NoArguments
  'problem-yourself': NoArguments
  'problem-no-account': NoArguments
  'problem-has-role': NoArguments
  'problem-no-scope': NoArguments
  'problem-set-meanwhile': NoArguments
  'problem-no-rule': NoArguments
  'problem-no-until': NoArguments
  'problem-until-unreadable': NoArguments
  'problem-until-past': NoArguments
  'problem-until-too-late': { latest: string | number }
  'problem-no-basis': NoArguments
  'problem-no-grave': NoArguments
  'problem-grave-too-long': { limit: number }
  'problem-no-reason': NoArguments
  'problem-reason-too-long': { limit: number }
  'problem-ended-already': NoArguments
  'problem-contested-already': NoArguments
  'problem-too-late': NoArguments
  'problem-nothing-contested': NoArguments
  'problem-decided-already': NoArguments
  'problem-set-by-you': NoArguments
  'problem-no-outcome': NoArguments
  'contest-title': NoArguments
  'contested-on': { date: string | number }
  'contest-waits': NoArguments
  'outcome-is': { date: string | number; outcome: string }
  'decided-by': { name: string | number }
  'own-ban-title': NoArguments
  'done-contested': NoArguments
  'contest': NoArguments
  'contest-lead': NoArguments
  'contest-words': NoArguments
  'contest-hint': { limit: number }
  'send-contest': NoArguments
  'ban-of-person': { name: string | number }
  'set-by': { name: string | number }
  'done-set': NoArguments
  'done-lifted': NoArguments
  'done-decided': NoArguments
  'see-contribution': { number: number }
  'prolong': NoArguments
  'decide-contest': NoArguments
  'outcome': NoArguments
  'outcome-choice': { outcome: string; state: string }
  'told-hint': { limit: number }
  'decide': NoArguments
  'lift': NoArguments
  'lift-lead': NoArguments
  'lift-it': NoArguments
  'bans-of-report': NoArguments
  'bans-of-site': NoArguments
  'bans-in': { title: string | number }
  'bans-lead': NoArguments
  'bans-contested': NoArguments
  'bans-in-force': NoArguments
  'bans-past': NoArguments
  'no-bans': NoArguments
  'warn-author': NoArguments
  'ban-author': NoArguments
  'open-bans': { count: number }
  'successor': NoArguments
  'contest-settled': { date: string | number }
  'notice-free': { where: string | number }
  'notice-still': { until: string | number; where: string | number }
  'notice-settled': NoArguments
  'problem-settled': NoArguments
  'problem-warned-meanwhile': NoArguments
  'own-bans': NoArguments
}

export const words = defineWords<Messages>({ en, es, fr })
