// Written by `npm run generate` from the message files beside it.
import { defineWords, type NoArguments } from '../platform/messages.ts'
import en from './words.en.json' with { type: 'json' }
import es from './words.es.json' with { type: 'json' }
import fr from './words.fr.json' with { type: 'json' }

type Messages = {
  'accessibility': NoArguments
  'declaration': NoArguments
  'state': { conformity: string }
  'engages': { publisher: string | number }
  'engages-nobody': NoArguments
  'plan': NoArguments
  'no-plan': NoArguments
  'state-title': NoArguments
  'no-audit': NoArguments
  'audit-over': { date: string | number }
  'state-by': { conformity: string; date: string | number; reference: string | number }
  'results': NoArguments
  'rate': NoArguments
  'rate-is': { applicable: number; rate: number; respected: number }
  'mean': NoArguments
  'mean-is': { rate: number }
  'how-counted': NoArguments
  'not-accessible': NoArguments
  'nothing-found': NoArguments
  'nothing-known': NoArguments
  'faults': NoArguments
  'derogations': NoArguments
  'on-page': { page: string | number }
  'remedy': { date: string | number }
  'no-remedy': NoArguments
  'exempted': NoArguments
  'schedule': NoArguments
  'made-of': NoArguments
  'auditor': NoArguments
  'audited-on': NoArguments
  'reference': NoArguments
  'method': NoArguments
  'published-on': NoArguments
  'pages-audited': NoArguments
  'csv': NoArguments
  'contact': NoArguments
  'contact-how': NoArguments
  'contact-mail': { email: string | number }
  'contact-form': NoArguments
  'no-contact': NoArguments
  'recourse': NoArguments
  'recourse-when': NoArguments
  'recourse-form': NoArguments
  'recourse-delegates': NoArguments
  'recourse-phone': NoArguments
  'recourse-mail': NoArguments
  'change': NoArguments
  'keeping': NoArguments
  'keeping-lead': NoArguments
  'setting': NoArguments
  'setting-email': NoArguments
  'setting-address': NoArguments
  'setting-plan': NoArguments
  'save': NoArguments
  'saved': NoArguments
  'begun': NoArguments
  'published': NoArguments
  'removed': NoArguments
  'imported': NoArguments
  'audits': NoArguments
  'no-audits': NoArguments
  'audit-of': { auditor: string | number; date: string | number }
  'is-published': NoArguments
  'is-open': NoArguments
  'begin': NoArguments
  'new-audit': NoArguments
  'facts': NoArguments
  'facts-date': NoArguments
  'facts-auditor': NoArguments
  'facts-auditor-hint': NoArguments
  'facts-reference': { reference: string | number }
  'facts-method': NoArguments
  'facts-exempted': NoArguments
  'facts-pages': NoArguments
  'facts-pages-hint': NoArguments
  'page-title': { page: number }
  'page-address': { page: number }
  'begin-button': NoArguments
  'progress': NoArguments
  'enter-page': { page: string | number }
  'left': { count: number }
  'by-table': NoArguments
  'by-table-hint': NoArguments
  'table': NoArguments
  'read-table': NoArguments
  'take-table': NoArguments
  'publish-title': NoArguments
  'would-be': { applicable: number; rate: number; respected: number }
  'publish-note': NoArguments
  'publish': NoArguments
  'remove-title': NoArguments
  'remove-note': { findings: number; pages: number }
  'remove': NoArguments
  'findings-title': { page: string | number; theme: string | number }
  'findings-of': { date: string | number; page: number }
  'themes': NoArguments
  'theme-done': { all: number; made: number }
  'result': NoArguments
  'result-none': NoArguments
  'result-conforming': NoArguments
  'result-not-conforming': NoArguments
  'result-not-applicable': NoArguments
  'note': NoArguments
  'if-not': NoArguments
  'derogation': NoArguments
  'remedy-on': NoArguments
  'save-next': NoArguments
  'save-rest': NoArguments
  'save-stay': NoArguments
  'back-to-audit': NoArguments
  'refused-title': { title: string | number }
  'no-date': NoArguments
  'date-to-come': NoArguments
  'no-auditor': NoArguments
  'audit-too-long': { line: number; text: number }
  'no-pages': NoArguments
  'page-incomplete': NoArguments
  'not-whole': NoArguments
  'nothing-applies': NoArguments
  'finding-no-result': { criterion: string | number }
  'finding-note-needed': { criterion: string | number }
  'finding-only-not-conforming': { criterion: string | number }
  'finding-bad-date': { criterion: string | number }
  'finding-too-long': { criterion: string | number; text: number }
  'finding-bad-criterion': { criterion: string | number }
  'finding-twice': { criterion: string | number }
  'csv-no-such-page': { line: number; said: string | number }
  'csv-empty': NoArguments
  'csv-finding': { criterion: string | number; line: number; problem: string | number }
  'csv-no-result': NoArguments
  'csv-note-needed': NoArguments
  'csv-only-not-conforming': NoArguments
  'csv-bad-date': NoArguments
  'csv-too-long': NoArguments
  'csv-bad-criterion': { line: number; said: string | number }
  'csv-twice': NoArguments
  'setting-no-email': NoArguments
  'setting-no-address': NoArguments
  'setting-no-plan-address': NoArguments
  'setting-changed-since': NoArguments
  'annex': NoArguments
  'annex-what': NoArguments
  'annex-none': NoArguments
  'annex-of': { checkers: string | number; count: number; date: string | number }
  'annex-found': { count: number }
  'annex-pages': NoArguments
  'results-hint': NoArguments
  'results-file': NoArguments
  'results-put': NoArguments
  'results-kept': NoArguments
  'results-unreadable': NoArguments
  'results-date': NoArguments
  'results-are': { count: number; date: string | number }
  'published-already': NoArguments
  'removed-already': NoArguments
  'published-since': NoArguments
  'is-standing': NoArguments
  'change-facts': NoArguments
  'by-table-lead': NoArguments
  'go-publish': NoArguments
  'go-remove': NoArguments
  'publish-changed': NoArguments
  'would-declare': NoArguments
  'would-be-over': NoArguments
  'would-replace': { auditor: string | number; date: string | number }
  'not-now': NoArguments
  'too-many-pages': { pages: number }
  'changed-since': NoArguments
  'past-dates': NoArguments
  'finding-past-date': { criterion: string | number }
  'finding-changed-since': { criterion: string | number }
  'csv-no-column': { line: number; said: string }
  'csv-bad-page': { line: number; said: string | number }
  'csv-bad-result': { line: number; said: string | number }
  'csv-past-date': NoArguments
  'csv-changed-since': NoArguments
  'csv-published-since': NoArguments
  'new-page-title': { page: number }
  'new-page-address': { page: number }
}

export const words = defineWords<Messages>({ en, es, fr })
