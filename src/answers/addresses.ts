import type { Locale } from '../platform/messages.ts'
import type { Report } from '../reports/index.ts'
import type { About } from './answer.ts'

/** `about`: the group or controversy that is answered with them. */
type Answering = { back?: string; about?: About | null }

/** The addresses of a report's workshop. `back`: the queue's query that is gone back to. */
export function addressesOf(locale: Locale, { slug }: Pick<Report, 'slug'>) {
  const front = `/${locale}/reports/${slug}`
  const queue = `/${locale}/workshop/reports/${slug}`
  return {
    front,
    queue,
    answers: `${queue}/answers`,
    passage: (blockId: string) => `${front}/passages/${blockId}`,
    backTo: (back: string) => (back ? `${queue}?${back}` : queue),
    answering: (numbers: readonly number[], { back = '', about = null }: Answering = {}) => {
      const query = new URLSearchParams()
      for (const number of numbers) query.append('c', String(number))
      if (about) query.set(about.kind, String(about.id))
      if (back) query.set('back', back)
      return `${queue}/answer?${query.toString()}`
    },
    /** Where the text is changed by hand, these contributions being the reason. */
    textOf: (blockId: string, numbers: readonly number[] = []) =>
      `${queue}/text/${blockId}${numbers.length > 0 ? `?because=${numbers.join(',')}` : ''}`,
  }
}
