// Written by `npm run generate` from the message files beside it.
import { defineWords, type NoArguments } from '../platform/messages.ts'
import en from './words.en.json' with { type: 'json' }
import es from './words.es.json' with { type: 'json' }
import fr from './words.fr.json' with { type: 'json' }

type Messages = {
  'organisations': NoArguments
  'organisations-lead': NoArguments
  'search-name': NoArguments
  'search': NoArguments
  'count': { count: number }
  'count-found': { count: number; name: string | number }
  'make-organisation': NoArguments
  'title-of': { name: string | number; title: string | number }
  'refused-title': { title: string | number }
  'verified': NoArguments
  'not-verified': NoArguments
  'nobody-verified': NoArguments
  'verified-on': { date: string | number }
  'verified-by-domain': { domain: string | number }
  'verified-by-siret': { siret: string | number }
  'verified-by-administrator': NoArguments
  'side': NoArguments
  'is-public-body': NoArguments
  'territory': NoArguments
  'languages': NoArguments
  'website': NoArguments
  'siret': NoArguments
  'mail-domain': NoArguments
  'speakers': NoArguments
  'no-speaker': NoArguments
  'mandate-since': { from: string | number }
  'mandate-span': { from: string | number; until: string | number }
  'your-part': NoArguments
  'standing-stranger': NoArguments
  'standing-asking': NoArguments
  'standing-member': NoArguments
  'change-description': NoArguments
  'members-and-mandates': NoArguments
  'hand-over': NoArguments
  'verify': NoArguments
  'join': NoArguments
  'join-hint': NoArguments
  'stop-asking': NoArguments
  'leave': NoArguments
  'done-made': NoArguments
  'done-changed': NoArguments
  'done-verified': NoArguments
  'done-asked': NoArguments
  'done-left': NoArguments
  'last-lead': NoArguments
  'in-hand-over': NoArguments
  'over-already': NoArguments
  'make-title': NoArguments
  'make-lead': NoArguments
  'change-title': NoArguments
  'change-lead': NoArguments
  'loses-verification': NoArguments
  'make': NoArguments
  'save': NoArguments
  'leave-unchanged': NoArguments
  'field-name': NoArguments
  'field-name-hint': NoArguments
  'description': NoArguments
  'description-hint': { longest: string | number }
  'public-body': NoArguments
  'public-yes': NoArguments
  'public-yes-hint': NoArguments
  'public-no': NoArguments
  'public-no-hint': NoArguments
  'territory-hint': NoArguments
  'languages-optional': NoArguments
  'languages-hint': NoArguments
  'field-website': NoArguments
  'field-website-hint': NoArguments
  'field-siret': NoArguments
  'field-siret-hint': NoArguments
  'field-mailDomain': NoArguments
  'field-mailDomain-hint': NoArguments
  'no-name': NoArguments
  'name-too-long': { longest: string | number }
  'name-unreadable': NoArguments
  'description-too-long': { longest: string | number }
  'no-side': NoArguments
  'no-public-body': NoArguments
  'website-unreadable': NoArguments
  'siret-wrong': NoArguments
  'domain-unreadable': NoArguments
  'domain-free-mail': NoArguments
  'too-many': { limit: string | number }
  'changed-since': NoArguments
  'signed-out': NoArguments
  'members-lead': NoArguments
  'asking': { count: number }
  'within': { count: number }
  'asked-on': { date: string | number }
  'accept': { name: string | number }
  'decline': { name: string | number }
  'member-since': { date: string | number }
  'done-accepted': NoArguments
  'done-removed': NoArguments
  'role-representative': NoArguments
  'role-organisation-lead': NoArguments
  'role-representative-hint': NoArguments
  'role-organisation-lead-hint': NoArguments
  'done-office-saved': NoArguments
  'done-mandated': NoArguments
  'done-ended': NoArguments
  'mandates': { count: number }
  'mandate-ahead': NoArguments
  'mandate-over': NoArguments
  'end-it': { act: string | number; role: string | number }
  'end-now': NoArguments
  'take-back': NoArguments
  'new-mandate': NoArguments
  'mandate-role': NoArguments
  'mandate-from': NoArguments
  'mandate-from-hint': NoArguments
  'mandate-until': NoArguments
  'mandate-until-hint': NoArguments
  'give-mandate': NoArguments
  'no-role': NoArguments
  'from-unreadable': NoArguments
  'from-past': NoArguments
  'until-unreadable': NoArguments
  'until-past': NoArguments
  'until-before-from': NoArguments
  'overlapping': NoArguments
  'office-here': NoArguments
  'office-here-hint': NoArguments
  'save-office': NoArguments
  'removal': NoArguments
  'removal-hint': NoArguments
  'remove': { name: string | number }
  'when-lost': NoArguments
  'by-domain': NoArguments
  'domain-missing': NoArguments
  'proof-email': NoArguments
  'proof-email-hint': { domain: string | number }
  'send-proof': NoArguments
  'proof-sent': { minutes: string | number }
  'by-siret': { name: string | number }
  'siret-missing': NoArguments
  'siret-vouched': { name: string | number; siret: string | number }
  'siret-unvouched': { name: string | number; siret: string | number }
  'siret-elsewhere': { name: string | number; own: string | number; siret: string | number }
  'sign-in-there': { name: string | number }
  'verify-by-siret': NoArguments
  'no-siret': NoArguments
  'siret-not-vouched': NoArguments
  'by-hand': NoArguments
  'reason': NoArguments
  'reason-hint': { longest: string | number }
  'verify-by-hand': NoArguments
  'no-email': NoArguments
  'email-unreadable': NoArguments
  'not-at-domain': NoArguments
  'no-domain': NoArguments
  'verified-already': NoArguments
  'too-many-proofs': { limit: string | number }
  'siret-taken': NoArguments
  'no-reason': NoArguments
  'reason-too-long': { longest: string | number }
  'proof-title': NoArguments
  'proof-lead': { email: string | number }
  'use-proof': { name: string | number }
  'proof-used': NoArguments
  'proof-expired': NoArguments
  'proof-unknown': NoArguments
  'proof-domain-changed': NoArguments
  'proof-verified-already': NoArguments
  'proof-siret-taken': NoArguments
  'see-organisation': NoArguments
  'proof-mail-subject': { name: string | number }
  'proof-mail-greeting': NoArguments
  'proof-mail-asked': { name: string | number; site: string | number }
  'proof-mail-until': { until: string | number }
  'proof-mail-not-you': NoArguments
  'hand-over-lead': NoArguments
  'successor': NoArguments
  'successor-hint': NoArguments
  'hand-over-from': NoArguments
  'hand-over-from-hint': NoArguments
  'hand-over-until': NoArguments
  'hand-over-until-hint': NoArguments
  'see-plan': NoArguments
  'plan': NoArguments
  'plan-ending': { count: number; date: string | number }
  'plan-given': { date: string | number }
  'plan-kept': NoArguments
  'plan-undoable': { date: string | number }
  'confirm-hand-over': NoArguments
  'planned': NoArguments
  'planned-what': { date: string | number; name: string | number }
  'planned-by': { date: string | number; name: string | number }
  'undo-hand-over': NoArguments
  'done-handed-over': NoArguments
  'done-undone': NoArguments
  'no-successor': NoArguments
  'no-day': NoArguments
  'from-today': NoArguments
  'planned-already': NoArguments
  'plan-changed': NoArguments
  'nothing-planned': NoArguments
  'own-organisations': NoArguments
  'none-of-own': NoArguments
  'own-asking': NoArguments
  'own-lead': NoArguments
  'own-member': NoArguments
  'all-organisations': NoArguments
  'mandate-years': { from: string | number; until: string | number }
  'mandate-year': { year: string | number }
  'mandate-since-year': { year: string | number }
}

export const words = defineWords<Messages>({ en, es, fr })
