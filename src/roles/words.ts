// Written by `npm run generate` from the message files beside it.
import { defineWords, type NoArguments } from '../platform/messages.ts'
import en from './words.en.json' with { type: 'json' }
import es from './words.es.json' with { type: 'json' }
import fr from './words.fr.json' with { type: 'json' }

type Messages = {
  'role-name': { role: string | number }
  'role-does': { role: string }
  'team': NoArguments
  'site-team': NoArguments
  'administration': NoArguments
  'workshop': NoArguments
  'what-roles-open': NoArguments
  'in-force': NoArguments
  'nobody': NoArguments
  'given-by': { name: string | number }
  'given-by-operator': NoArguments
  'lent-by': { name: string | number }
  'end-role-of': { name: string | number }
  'since-day': { from: string | number }
  'former': { count: number }
  'from-to': { from: string | number; until: string | number }
  'invitations': NoArguments
  'no-invitations': NoArguments
  'invitation-state': { state: string; until: string | number }
  'invited-by': { date: string | number; name: string | number }
  'no-role': NoArguments
  'address-forgotten': NoArguments
  'withdraw-of': { email: string | number }
  'invite': NoArguments
  'invite-lead': NoArguments
  'email': NoArguments
  'email-hint': { days: number }
  'language': NoArguments
  'role-choice': NoArguments
  'role-none': NoArguments
  'until-day': NoArguments
  'until-day-needed': NoArguments
  'until-hint': NoArguments
  'until-hint-lent': { latest: string | number }
  'message': NoArguments
  'message-hint': { limit: number }
  'send-invitation': NoArguments
  'no-email': NoArguments
  'email-unreadable': NoArguments
  'no-language': NoArguments
  'no-such-role': NoArguments
  'no-until': NoArguments
  'until-unreadable': NoArguments
  'until-past': NoArguments
  'until-too-late': { latest: string | number }
  'message-too-long': { limit: number }
  'too-many-a-day': { limit: number }
  'too-many-waiting': { limit: number }
  'signed-out': NoArguments
  'refused-title': { title: string | number }
  'invited': NoArguments
  'withdrawn': NoArguments
  'not-waiting': NoArguments
  'ended': NoArguments
  'end-title': NoArguments
  'give-back-title': NoArguments
  'end-asked': { name: string | number; of: string | number; role: string | number }
  'give-back-asked': { of: string | number; role: string | number }
  'the-site': NoArguments
  'end-it': NoArguments
  'give-it-back': NoArguments
  'leave-it': NoArguments
  'ended-already': NoArguments
  'last-editor-in-chief': NoArguments
  'last-administrator': NoArguments
  'own-roles': NoArguments
  'own-role-until': { until: string | number }
  'lend': { role: string | number }
  'give-back': { role: string | number }
  'team-of': { title: string | number }
  'delegation-title': NoArguments
  'delegation-lead': { of: string | number; role: string | number }
  'lend-it': NoArguments
  'invitation-title': NoArguments
  'invitation-to': { delegated: string; inviter: string | number; of: string | number; role: string | number }
  'invitation-role-until': { until: string | number }
  'invitation-message': { inviter: string | number }
  'what-it-does': { does: string | number }
  'role-lent': NoArguments
  'role-ended': NoArguments
  'accept-as': { name: string | number }
  'accept-known': { email: string | number }
  'sign-in-first': NoArguments
  'accept-new': { email: string | number }
  'accept': NoArguments
  'not-now': NoArguments
  'invitation-over-title': NoArguments
  'invitation-banned-title': NoArguments
  'invitation-banned': { until: string | number }
  'invitation-banned-why': NoArguments
  'invitation-over': { inviter: string | number; state: string }
  'go-on': NoArguments
  'accepted': NoArguments
  'mail-subject': { inviter: string | number; site: string | number }
  'mail-greeting': NoArguments
  'mail-invites': { inviter: string | number; of: string; role: string; site: string | number; title: string | number }
  'mail-delegates': { inviter: string | number; of: string; role: string; site: string | number; title: string | number }
  'mail-role-until': { until: string | number }
  'mail-message': { inviter: string | number; message: string | number }
  'mail-go-on': NoArguments
  'mail-expires': { until: string | number }
  'mail-not-wanted': NoArguments
  'permissions': NoArguments
  'permissions-lead': NoArguments
  'seen-for': NoArguments
  'for-the-site': NoArguments
  'show': NoArguments
  'act': NoArguments
  'you': NoArguments
  'open-to': NoArguments
  'yes-as': { role: string | number }
  'no-sign-in': NoArguments
  'no-role-needed': NoArguments
  'no-own': NoArguments
  'no-banned': NoArguments
  'no-operator': NoArguments
  'who-gives': NoArguments
  'who-gives-team': NoArguments
  'who-gives-others': NoArguments
  'who-gives-journal': NoArguments
  'your-roles': { roles: string | number }
  'no-roles': NoArguments
  'reports': NoArguments
  'action': { action: string | number }
}

export const words = defineWords<Messages>({ en, es, fr })
