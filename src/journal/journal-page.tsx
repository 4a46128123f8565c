import { sayDateTime, type Locale } from '../platform/messages.ts'
import { Layout, type Frame } from '../ui/layout.tsx'
import { hex, type Entry } from './entry.ts'
import { words } from './words.ts'

type Props = { frame: Frame; entries: Entry[]; older: number | null; newest: boolean }

/** The public record, newest first: who did what, and the hash that seals it. */
export function JournalPage({ frame, entries, older, newest }: Props) {
  const say = words(frame.locale)
  const here = `/${frame.locale}/journal`
  return (
    <Layout frame={frame} title={say('title')} wide>
      <h1>{say('title')}</h1>
      <p>{say('what-it-is')}</p>
      {entries.length === 0 && <p class="empty">{say('empty')}</p>}
      <ol class="journal">
        {entries.map((entry) => (
          <JournalLine entry={entry} locale={frame.locale} />
        ))}
      </ol>
      {(older !== null || !newest) && (
        <nav class="pages" aria-label={say('pages')}>
          {!newest && <a href={here}>{say('newest')}</a>}
          {older !== null && <a href={`${here}?before=${older}`}>{say('older')}</a>}
        </nav>
      )}
    </Layout>
  )
}

function JournalLine({ entry, locale }: { entry: Entry; locale: Locale }) {
  const say = words(locale)
  return (
    <li id={`entry-${entry.sequence}`}>
      <p>
        <strong>{say('sequence', { sequence: entry.sequence })}</strong>{' '}
        <time datetime={entry.at.toISOString()}>{sayDateTime(locale, entry.at)}</time>
      </p>
      <p>{say('act', { action: keyOf(entry.action), role: keyOf(entry.role) })}</p>
      <p class="fine">
        <ObjectLink object={entry.object} />
      </p>
      <p class="fine">
        {say('seal')} <code>{hex(entry.entrySha256)}</code>
      </p>
    </li>
  )
}

const addresses: Record<string, (id: string) => string> = {
  contribution: (number) => `/c/${number}`,
  edition: (path) => `/e/${path}`,
}

function ObjectLink({ object }: { object: string }) {
  const [noun = '', ...rest] = object.split('/')
  const href = addresses[noun]?.(rest.join('/'))
  return href ? <a href={href}>{object}</a> : <span>{object}</span>
}

/** As the message files name it: their keys know neither dot nor hyphen. */
function keyOf(name: string): string {
  return name.replaceAll(/[.-]/g, '_')
}
