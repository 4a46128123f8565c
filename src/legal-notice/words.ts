// Written by `npm run generate` from the message files beside it.
import { defineWords, type NoArguments } from '../platform/messages.ts'
import en from './words.en.json' with { type: 'json' }
import es from './words.es.json' with { type: 'json' }
import fr from './words.fr.json' with { type: 'json' }

type Messages = {
  'notice': NoArguments
  'law': NoArguments
  'part-publisher': NoArguments
  'part-direction': NoArguments
  'part-host': NoArguments
  'field-publisher': NoArguments
  'field-publisherForm': NoArguments
  'field-publisherAddress': NoArguments
  'field-publisherPhone': NoArguments
  'field-publisherEmail': NoArguments
  'field-registration': NoArguments
  'field-capital': NoArguments
  'field-director': NoArguments
  'field-editor': NoArguments
  'field-host': NoArguments
  'field-hostAddress': NoArguments
  'field-hostPhone': NoArguments
  'hint-publisherForm': NoArguments
  'hint-registration': NoArguments
  'hint-capital': NoArguments
  'hint-director': NoArguments
  'hint-editor': NoArguments
  'hint-host': NoArguments
  'not-said': NoArguments
  'missing': { count: number }
  'software': NoArguments
  'software-is': NoArguments
  'kept-on': { date: string | number }
  'kept': NoArguments
  'change': NoArguments
  'form-title': NoArguments
  'form-lead': NoArguments
  'keep': NoArguments
  'change-nothing': NoArguments
  'refused-title': { title: string | number }
  'changed-since': NoArguments
  'too-long': { field: string | number; limit: number }
  'one-line': { field: string | number }
  'unreadable': { field: string | number }
  'no-phone': { field: string | number }
  'no-email': { field: string | number }
  'no-number': { field: string | number }
}

export const words = defineWords<Messages>({ en, es, fr })
