// Written by `npm run generate` from the message files beside it.
import { defineWords, type NoArguments } from '../platform/messages.ts'
import en from './words.en.json' with { type: 'json' }
import es from './words.es.json' with { type: 'json' }
import fr from './words.fr.json' with { type: 'json' }

type Messages = {
  'title': NoArguments
  'demonstration': NoArguments
  'sign-in-as': { name: string | number }
  'unknown-account': NoArguments
  'role': { role: string | number }
  'side': { side: string | number }
  'ask-link-title': NoArguments
  'email': NoArguments
  'email-hint': NoArguments
  'send-link': NoArguments
  'no-email': NoArguments
  'email-unreadable': NoArguments
  'too-many-for-address': { count: string | number; until: string | number }
  'too-many-for-all': { until: string | number }
  'too-many-of-network': { until: string | number }
  'refused-title': { title: string | number }
  'accounts-title': NoArguments
  'sent-title': NoArguments
  'sent': { minutes: string | number }
  'sent-nothing-title': NoArguments
  'sent-spam': NoArguments
  'sent-wait': NoArguments
  'ask-again': NoArguments
  'mailbox': NoArguments
  'link-title': NoArguments
  'link-known': { email: string | number }
  'link-replaces': { name: string | number }
  'link-enter': { email: string | number }
  'newcomer-title': NoArguments
  'newcomer': { email: string | number }
  'newcomer-enter': NoArguments
  'name': NoArguments
  'name-hint': NoArguments
  'no-name': NoArguments
  'name-too-long': { longest: string | number }
  'name-unreadable': NoArguments
  'side-legend': NoArguments
  'side-legend-hint': NoArguments
  'no-side': NoArguments
  'side-choice': { side: string | number }
  'side-hint': { side: string }
  'organisation': NoArguments
  'organisation-hint': NoArguments
  'organisation-too-long': { longest: string | number }
  'organisation-unreadable': NoArguments
  'over-title': NoArguments
  'over-used': NoArguments
  'over-expired': { until: string | number }
  'over-unknown': NoArguments
  'go-on': NoArguments
  'mail-subject': { site: string | number }
  'mail-greeting': NoArguments
  'mail-asked': { email: string | number; site: string | number }
  'mail-until': { until: string | number }
  'mail-not-you': NoArguments
  'account': NoArguments
  'profile': NoArguments
  'profile-note': NoArguments
  'mail-language': NoArguments
  'save-profile': NoArguments
  'profile-saved': NoArguments
  'addresses-note': NoArguments
  'no-address': NoArguments
  'sessions': NoArguments
  'sessions-note': NoArguments
  'end-sessions': NoArguments
  'sign-in-again': NoArguments
  'signed-out-everywhere': NoArguments
  'sent-check': NoArguments
  'territory': NoArguments
  'territory-hint': NoArguments
  'territory-too-long': { longest: string | number }
  'territory-unreadable': NoArguments
  'languages': NoArguments
  'languages-hint': NoArguments
  'no-language-chosen': NoArguments
  'languages-chosen': { names: string | number }
  'office': NoArguments
  'office-hint': NoArguments
  'office-choice': { office: string | number }
  'office-title': NoArguments
  'office-title-hint': NoArguments
  'no-office-title': NoArguments
  'office-title-without-office': NoArguments
  'office-title-too-long': { longest: string | number }
  'office-title-unreadable': NoArguments
  'true-name-title': NoArguments
  'true-name': NoArguments
  'true-name-hint': NoArguments
  'save-true-name': NoArguments
  'true-name-saved': NoArguments
  'no-true-name': NoArguments
  'true-name-too-long': { longest: string | number }
  'true-name-unreadable': NoArguments
  'office-mark': { office: string | number }
  'providers-title': NoArguments
  'providers-note': NoArguments
  'sign-in-with': { name: string | number }
  'vouched': { name: string | number }
  'vouched-known': { name: string | number }
  'vouched-known-link': NoArguments
  'prove-address': { email: string | number }
  'prove-address-hint': NoArguments
  'not-entered-title': NoArguments
  'not-added-title': NoArguments
  'attempt-over': { minutes: string | number; name: string | number; problem: string }
  'attempt-again': { name: string | number }
  'other-ways': NoArguments
  'back-to-account': NoArguments
  'leave-it': NoArguments
  'farewell-title': NoArguments
  'farewell': { name: string | number }
  'farewell-there': { name: string | number }
  'farewell-stay': { name: string | number }
  'ways': NoArguments
  'way-kind': { kind: string }
  'way-unusable': NoArguments
  'demonstration-account': NoArguments
  'remove': NoArguments
  'remove-way': { name: string | number }
  'remove-way-note': NoArguments
  'last-way': NoArguments
  'add-provider': { name: string | number }
  'add-provider-account': { name: string | number }
  'add-provider-note': NoArguments
  'add-address': NoArguments
  'add-address-note': NoArguments
  'add-address-hint': NoArguments
  'address-yours': NoArguments
  'many-addresses': { count: string | number }
  'address-link-sent': NoArguments
  'address-link': { email: string | number }
  'address-link-add': NoArguments
  'address-over-title': NoArguments
  'address-over': { problem: string }
  'address-mail-subject': { site: string | number }
  'address-mail-asked': { email: string | number; site: string | number }
  'address-mail-not-you': NoArguments
  'way-mail-subject': { site: string | number; what: string }
  'way-mail': { at: string | number; kind: string; site: string | number; way: string | number; what: string }
  'way-mail-not-you': NoArguments
  'way-added': NoArguments
  'way-removed': NoArguments
  'device': { browser: string; system: string }
  'this-session': NoArguments
  'session-days': { seen: string | number; since: string | number }
  'end-session': NoArguments
  'end-session-of': { device: string | number }
  'end-other-sessions': NoArguments
  'session-ended': NoArguments
  'other-sessions-ended': NoArguments
  'passkey-use-title': NoArguments
  'passkey-use-note': NoArguments
  'passkey-use': NoArguments
  'passkey-not-used': NoArguments
  'passkey-failed': NoArguments
  'passkey-problem': { count: string | number; problem: string }
  'add-passkey': NoArguments
  'passkey-what': NoArguments
  'passkey-not-alone': NoArguments
  'passkey-no-script': NoArguments
  'passkey-name': NoArguments
  'passkey-name-hint': NoArguments
  'make-passkey': NoArguments
  'passkey-added': NoArguments
  'passkey-renamed': NoArguments
  'passkey-title': { name: string | number }
  'passkey-unused': { since: string | number }
  'passkey-days': { since: string | number; used: string | number }
  'rename': NoArguments
  'rename-passkey': { name: string | number }
}

export const words = defineWords<Messages>({ en, es, fr })
