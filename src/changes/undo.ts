import { isOffered } from '../platform/messages.ts'
import type { Change, NewChange, Report } from '../reports/index.ts'
import { noCauses, type TypedCauses } from './cause.ts'
import { words } from './words.ts'

/** What a form that undoes a change says at first: a slip, in the language of what is published. */
export function undoCauses({ lang }: Pick<Report, 'lang'>): TypedCauses {
  const [language = ''] = lang.split('-')
  const say = words(isOffered(language) ? language : 'en')
  return { ...noCauses, erratum: true, reason: say('undo-reason') }
}

/** The words of a passage as they were before its last change; null where that can't be told from them. */
export function wordsBefore(
  text: string,
  { operation, before, after }: Pick<NewChange, 'operation' | 'before' | 'after'>,
): string | null {
  if (before === null || before === after) return null
  if (operation === 'edit-block') return text === after ? before : null
  const at = text.indexOf(after)
  const once = at !== -1 && text.indexOf(after, at + 1) === -1
  if (operation !== 'replace-sentences' || !once) return null
  return text.slice(0, at) + before + text.slice(at + after.length)
}

/** Only what the next edition will publish can be undone. */
export function isPending({ editionNumber }: Pick<Change, 'editionNumber'>): boolean {
  return editionNumber === null
}
