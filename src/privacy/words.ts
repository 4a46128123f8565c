// Written by `npm run generate` from the message files beside it.
import { defineWords, type NoArguments } from '../platform/messages.ts'
import en from './words.en.json' with { type: 'json' }
import es from './words.es.json' with { type: 'json' }
import fr from './words.fr.json' with { type: 'json' }

type Messages = {
  'privacy': NoArguments
  'privacy-lead': NoArguments
  'your-rights': NoArguments
  'right-see': NoArguments
  'right-take': NoArguments
  'right-erase': { days: number }
  'right-object': NoArguments
  'right-complain': NoArguments
  'to-account': NoArguments
  'recipients': NoArguments
  'recipients-what': NoArguments
  'cookie': NoArguments
  'backups': { days: number }
  'what-is-kept': NoArguments
  'purpose': { purpose: string }
  'purpose-what': { purpose: string }
  'because-of': NoArguments
  'ground': { ground: string }
  'table': { table: string | number }
  'column': { column: string | number }
  'kept-for': { retention: string; time: string | number }
  'when-erased': { fate: string }
  'authors-too': NoArguments
  'authors-too-what': NoArguments
  'own-data': NoArguments
  'own-data-what': NoArguments
  'take-away': NoArguments
  'take-away-time': NoArguments
  'erase-account': NoArguments
  'how-kept': NoArguments
  'erasure-planned': { date: string | number }
  'erasure-planned-idle': NoArguments
  'erasure-see': NoArguments
  'answer-requests': NoArguments
  'erasure-title': NoArguments
  'erasure-title-of': { name: string | number }
  'refused-title': { title: string | number }
  'gone-title': NoArguments
  'gone-account': NoArguments
  'gone-ways': NoArguments
  'gone-own': NoArguments
  'gone-roles': NoArguments
  'stays-title': NoArguments
  'stays-journal': NoArguments
  'stays-acts': NoArguments
  'stays-words': NoArguments
  'backups-stay': NoArguments
  'take-first': NoArguments
  'take-first-link': NoArguments
  'texts-legend': NoArguments
  'texts-kept': NoArguments
  'texts-kept-hint': NoArguments
  'texts-withdrawn': NoArguments
  'texts-withdrawn-hint': NoArguments
  'when-legend': NoArguments
  'when-later': { date: string | number; days: number }
  'when-later-hint': NoArguments
  'when-now': NoArguments
  'when-now-hint': NoArguments
  'confirm-word': NoArguments
  'confirm-label': { word: string | number }
  'erase': NoArguments
  'leave-it': NoArguments
  'no-texts': NoArguments
  'no-when': NoArguments
  'not-confirmed': { word: string | number }
  'asked-already': NoArguments
  'obstacles': NoArguments
  'obstacles-title': NoArguments
  'obstacles-what': NoArguments
  'obstacle-organisation': { name: string | number }
  'obstacle-organisation-do': NoArguments
  'obstacle-report': { name: string | number }
  'obstacle-report-do': NoArguments
  'obstacle-site': NoArguments
  'obstacle-site-do': NoArguments
  'waiting-title': NoArguments
  'waiting-what': { date: string | number; texts: string }
  'waiting-late': NoArguments
  'call-off': NoArguments
  'called-off': NoArguments
  'erasure-asked': NoArguments
  'erased': NoArguments
  'requests-title': NoArguments
  'requests-lead': NoArguments
  'who': NoArguments
  'find': NoArguments
  'nobody-found': NoArguments
  'nothing-waits': NoArguments
  'requests-waiting': NoArguments
  'waits-until': { date: string | number }
  'erased-for': NoArguments
  'mail-greeting': NoArguments
  'erasure-mail-subject': { date: string | number; site: string | number }
  'erasure-mail': { date: string | number; site: string | number; texts: string }
  'erasure-mail-call-off': NoArguments
  'erasure-hindered': { date: string | number }
  'waits-late': { date: string | number }
  'erased-mail-subject': { site: string | number }
  'erased-mail': { date: string | number; site: string | number }
  'erased-mail-ask': NoArguments
  'hindered-mail-subject': { site: string | number }
  'hindered-mail': { date: string | number; site: string | number }
  'idle-mail-subject': { site: string | number }
  'idle-mail': { date: string | number; site: string | number }
  'idle-mail-keep': NoArguments
  'export-title': { name: string | number }
  'export-lead': { date: string | number; site: string | number }
  'export-none': NoArguments
  'export-count': { count: number }
  'some-days': { count: number }
  'some-years': { count: number }
  'yes': NoArguments
  'no': NoArguments
}

export const words = defineWords<Messages>({ en, es, fr })
