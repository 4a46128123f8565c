// Written by `npm run generate` from the message files beside it.
import { defineWords, type NoArguments } from '../platform/messages.ts'
import en from './words.en.json' with { type: 'json' }
import es from './words.es.json' with { type: 'json' }
import fr from './words.fr.json' with { type: 'json' }

type Messages = {
  'amend': NoArguments
  'amend-title': { start: string | number }
  'choose-sentences': { unit: string }
  'choose-sentences-hint': { unit: string }
  'rewrite-them': { unit: string }
  'choose-others': { unit: string }
  'wording': NoArguments
  'signs-stand': NoArguments
  'not-published-yet': NoArguments
  'no-sentence-chosen': { unit: string }
  'sentences-not-consecutive': { unit: string }
  'no-wording': NoArguments
  'wording-unchanged': NoArguments
  'on-sentences': { count: number; edition: number; sentences: string | number; unit: string }
  'its-passage': NoArguments
  'why': NoArguments
  'all-contributions': NoArguments
  'count': { count: number }
  'participants': { count: number }
  'take-part': NoArguments
  'on-this-passage': NoArguments
  'current-wording': NoArguments
  'edition-unknown': NoArguments
  'heading-on-lines': NoArguments
  'cells-differ': NoArguments
  'sent-already': { number: number }
  'signed-out': NoArguments
  'typed-before': NoArguments
  'refused-title': { title: string | number }
  'kind': { kind: string }
  'kind-number': { kind: string; number: number }
  'kind-hint': { kind: string }
  'write-kind': { kind: string }
  'body': { kind: string }
  'body-hint': { kind: string; limit: number }
  'publish': { kind: string }
  'draft-of': { kind: string }
  'contribute': NoArguments
  'title-about': { title: string | number; what: string | number }
  'other-kind': NoArguments
  'preview': NoArguments
  'preview-changes': NoArguments
  'preview-again': NoArguments
  'preview-title': NoArguments
  'preview-changes-title': NoArguments
  'keep-draft': NoArguments
  'draft-is-kept': NoArguments
  'drafts': { count: number }
  'draft-touched': { date: string | number }
  'delete-draft': NoArguments
  'own-contributions': { count: number }
  'none-of-own': NoArguments
  'newest-shown': { count: number }
  'title': { kind: string }
  'title-hint': { kind: string; limit: number }
  'link': { kind: string }
  'link-hint': { kind: string; limit: number }
  'place': NoArguments
  'place-hint': { kind: string; limit: number }
  'place-of': NoArguments
  'explanation': NoArguments
  'explanation-hint': { limit: number }
  'lang': NoArguments
  'lang-hint': NoArguments
  'stance-legend': NoArguments
  'stance-for': NoArguments
  'stance-against': NoArguments
  'wording-hint': { limit: number; unit: string }
  'wording-too-long': NoArguments
  'no-kind': NoArguments
  'no-stance': NoArguments
  'no-title': NoArguments
  'title-too-long': NoArguments
  'no-body': NoArguments
  'body-too-long': NoArguments
  'explanation-too-long': NoArguments
  'no-link': NoArguments
  'link-unreadable': NoArguments
  'link-too-long': NoArguments
  'no-place': NoArguments
  'place-too-long': NoArguments
  'words-not-found': NoArguments
  'words-several': NoArguments
  'target-gone': NoArguments
  'too-many': { limit: number; time: string | number }
  'too-many-drafts': { limit: number }
  'not-published': NoArguments
  'settled': NoArguments
  'revised-meanwhile': NoArguments
  'nothing-revised': NoArguments
  'live-redline': NoArguments
  'live-redline-said': { added: string | number; removed: string | number }
  'words-chosen': NoArguments
  'choose-words': NoArguments
  'choose-words-label': NoArguments
  'choose-words-said': { count: string | number; words: string | number }
  'choose-words-none': NoArguments
  'choose-words-take': NoArguments
  'choose-words-long': NoArguments
  'comment-words': NoArguments
  'reword-words': NoArguments
  'characters-left': { count: string | number }
  'characters-over': { count: string | number }
  'choose-part': NoArguments
  'choose-part-hint': NoArguments
  'choose-part-sentences': { unit: string }
  'exact-words': NoArguments
  'exact-words-hint': NoArguments
  'which-occurrence': NoArguments
  'on-whole-report': NoArguments
  'on-passage-below': NoArguments
  'in-reply-to': { what: string | number }
  'in-reply-to-before': NoArguments
  'on-report': { edition: number }
  'on-passage': { edition: number }
  'revise': NoArguments
  'withdraw': NoArguments
  'see-receipts': NoArguments
  'own-acts': NoArguments
  'revise-title': { what: string | number }
  'revise-lead': NoArguments
  'publish-revision': NoArguments
  'leave-as-is': NoArguments
  'now-published': NoArguments
  'withdraw-title': { what: string | number }
  'withdraw-lead': NoArguments
  'was-withdrawn': { date: string | number }
  'what-it-said': NoArguments
  'was-revised': { date: string | number }
  'see-revisions': NoArguments
  'revisions-title': { what: string | number }
  'revision-of': { date: string | number; number: number }
  'now-pending': NoArguments
  'now-withdrawn': NoArguments
  'now-withheld': NoArguments
  'has-answer': NoArguments
  'supports': { count: number }
  'supports-before': { count: number }
  'support': NoArguments
  'withdraw-support': NoArguments
  'imported-totals': NoArguments
  'imported-votes': { agree: number; disagree: number; mixed: number; votes: number }
  'imported-supports': { count: number }
  'imported-rewordings': { count: number }
  'its-source': NoArguments
  'was-imported': NoArguments
  'done-revised': NoArguments
  'done-withdrawn': NoArguments
  'done-supported': NoArguments
  'done-support-withdrawn': NoArguments
  'done-withheld': NoArguments
  'done-published': NoArguments
  'done-undone': NoArguments
  'refused-own-contribution': NoArguments
  'refused-not-published': NoArguments
  'refused-too-many-supports': NoArguments
  'replies': { count: number }
  'reply': NoArguments
  'flag': { number: number }
  'flag-this': NoArguments
  'reply-to-this': NoArguments
  'answers-number': { number: number }
  'see-all': { count: number }
  'contribute-otherwise': NoArguments
  'contribute-to-whole': NoArguments
  'how-to-take-part': NoArguments
  'none-yet': NoArguments
  'none-such': NoArguments
  'none-on-passage': NoArguments
  'select-kind': NoArguments
  'every-kind': NoArguments
  'select-order': NoArguments
  'order-newest': NoArguments
  'order-supported': NoArguments
  'only-waiting': NoArguments
  'select': NoArguments
  'receipt-title': { what: string | number }
  'receipt-lead': { kind: string }
  'receipt-kind': { kind: string; what: string | number }
  'receipt-act': NoArguments
  'receipt-date': NoArguments
  'receipt-sequence': NoArguments
  'receipt-entry': NoArguments
  'receipt-head': NoArguments
  'receipt-being-sealed': NoArguments
  'receipt-again': NoArguments
  'receipt-download': NoArguments
  'receipt-why': NoArguments
  'receipt-check': NoArguments
  'see-contribution': NoArguments
  'cite-as': NoArguments
  'receipt-subject': { kind: string; number: number }
  'receipt-mail': { date: string | number; entry: string | number; head: string | number; kind: string; number: number; page: string | number; receipt: string | number; sequence: number }
  'unsent': NoArguments
  'unsent-kept': { date: string | number }
  'unsent-take': NoArguments
  'unsent-forget': NoArguments
  'unsent-forgotten': NoArguments
  'unsent-undo': NoArguments
  'unsent-taken': NoArguments
  'unsent-offline': NoArguments
  'typed-is-kept': { days: number }
  'draft-waits': NoArguments
  'draft-go-on': NoArguments
  'count-without-replies': { count: number }
  'of-which-hidden': { count: number }
  'name-withheld': NoArguments
  'refused-settled': NoArguments
  'agreed': { agree: number; votes: number }
  'take-part-button': NoArguments
  'counter-contributions': { count: number }
  'counter-replies': { count: number }
  'counter-participants': { count: number }
  'counter-answered': { count: number }
  'on-this-proposition': { count: number }
  'contribute-to-proposition': NoArguments
  'or-on-its-words': NoArguments
  'none-on-proposition': NoArguments
  'about-edited': { edition: number }
  'about-rewritten': { edition: number }
  'speaker': NoArguments
  'speaker-own': { name: string | number }
  'speaker-for': { name: string | number }
  'no-mandate': NoArguments
  'spoken-for': NoArguments
  'office-verified': { kind: string | number }
  'office-said': { kind: string | number }
  'reads': NoArguments
  'organisation-contributions': { count: number }
  'own-true-name': { name: string | number }
  'true-names': NoArguments
  'true-names-lead': NoArguments
  'true-names-legend': NoArguments
  'true-names-no': NoArguments
  'true-names-yes': NoArguments
  'true-names-save': NoArguments
  'true-names-saved': NoArguments
  'true-names-unchosen': NoArguments
  'read-first': { days: number }
  'cut-by-rule': { rule: number }
  'cut-by-law': NoArguments
  'done-cut': NoArguments
  'erased-author': NoArguments
  'words-erased': NoArguments
  'answer-topic': NoArguments
  'on-topic': NoArguments
  'on-topic-below': NoArguments
  'topic-closed': NoArguments
  'refused-topic-closed': NoArguments
  'counter-supports': { count: number }
  'said-of-topic': NoArguments
  'first-on-topic': NoArguments
  'none-on-topic': NoArguments
  'tally': { contributions: number; participants: number }
  'topics': NoArguments
  'participants-of': { name: string | number }
  'participants-title': { count: number }
  'no-participants': NoArguments
  'participants-split': { authors: number; others: number }
  'select-phase': NoArguments
  'every-phase': NoArguments
  'reading-list': NoArguments
  'reading-list-lead': { count: number; shown: number }
  'all-answered': NoArguments
  'draw-others': NoArguments
  'read-by-lot': NoArguments
  'both-sides': NoArguments
  'side-for': { count: number }
  'side-against': { count: number }
  'side-empty': NoArguments
  'file-hidden': NoArguments
  'files-of-revision': { count: number }
  'files-withdrawn': { count: number }
}

export const words = defineWords<Messages>({ en, es, fr })
