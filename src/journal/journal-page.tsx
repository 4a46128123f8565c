import { canonicalJson } from '../platform/canonical.ts'
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
        <ObjectLink object={entry.object} locale={locale} />
      </p>
      <p class="fine">
        {say('seal')} <code>{hex(entry.entrySha256)}</code>
      </p>
      <Proof entry={entry} locale={locale} />
    </li>
  )
}

const addresses: Record<string, (id: string, number: string) => string> = {
  contribution: (number) => `contributions/${number}`,
  consultation: (id) => `consultations/${id}`,
  edition: (slug, number) => `reports/${slug}/editions/${number}`,
  report: (slug) => `reports/${slug}`,
  calendar: (slug) => `reports/${slug}#life`,
  organisation: (slug) => `organisations/${slug}`,
  charter: () => 'charter',
  terms: (version) => (version === 'none' ? 'terms' : `terms/versions/${version}`),
  'legal-notice': () => 'legal-notice',
  accessibility: () => 'accessibility',
  audit: () => 'accessibility',
}

/** Named without a page: what became of a flag is read by a secret link, and whom a ban is about by nobody. */
const pageless = new Set(['flag', 'verdict', 'ban', 'warning', 'opinion', 'verification'])

function ObjectLink({ object, locale }: { object: string; locale: Locale }) {
  const [noun = '', id = 'none', number = '', cause = ''] = object.split('/')
  const say = words(locale)
  if (noun === 'change') {
    // What waits in the working text has no page that everybody may read.
    const named = cause === '' ? { noun, id, number } : { noun: 'cause', id, number: cause }
    return <span>{say('object', named)}</span>
  }
  const address = addresses[noun]?.(id, number)
  const named = say('object', { noun: keyOf(noun), id, number })
  if (!address) return <span>{pageless.has(noun) ? named : object}</span>
  return <a href={`/${locale}/${address}`}>{named}</a>
}

/** All that it takes to compute the entry's hashes again, without this program. */
function Proof({ entry, locale }: { entry: Entry; locale: Locale }) {
  const say = words(locale)
  const { payload, salt, payloadSha256, previousSha256 } = entry
  const facts = [
    { term: say('payload'), value: payload ?? say('erased') },
    { term: say('salt'), value: salt ? hex(salt) : say('erased') },
    { term: say('payload-hash'), value: hex(payloadSha256) },
    { term: say('previous'), value: previousSha256 ? hex(previousSha256) : say('first-entry') },
    { term: say('sealed'), value: sealedDocument(entry) },
  ]
  return (
    <details>
      <summary>{say('check', { sequence: entry.sequence })}</summary>
      <p class="fine">{say('how-to-check')}</p>
      <dl>
        {facts.map(({ term, value }) => (
          <>
            <dt>{term}</dt>
            <dd>
              <code dir="ltr">{value}</code>
            </dd>
          </>
        ))}
      </dl>
    </details>
  )
}

/** The same as `hashEntry` hashes, which a test compares. */
function sealedDocument({ at, payloadSha256, previousSha256, ...entry }: Entry): string {
  const { sequence, role, actor, action, object } = entry
  const payload = hex(payloadSha256)
  const previous = previousSha256 && hex(previousSha256)
  const time = at.toISOString()
  return canonicalJson({ sequence, at: time, role, actor, action, object, payload, previous })
}

/** As the message files name it: their keys know neither dot nor hyphen. */
function keyOf(name: string): string {
  return name.replaceAll(/[.-]/g, '_')
}
