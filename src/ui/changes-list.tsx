import { inLanguage, type Locale } from '../platform/messages.ts'
import { PartName } from './changes-map.tsx'
import type { MapPart, PlacedChange } from './map-changes.ts'
import { words } from './words.ts'

type Props = {
  locale: Locale
  lang: string
  parts: readonly MapPart[]
  /** Of its heading. */
  rank?: 2 | 3
}

/** So many are shown at once; where there are more, a part is unfolded for its own. */
const mostShown = 15

/** So many are listed; where there are more, only those of the page that is shown, and the way to the others. */
const mostListed = 200

/** Every change, part by part, with links to them. */
export function ChangesList({ locale, lang, parts, rank = 2 }: Props) {
  const say = words(locale)
  const Heading = `h${rank}` as const
  const changed = parts.filter(({ changes }) => changes.length > 0)
  const count = changed.reduce((sum, { changes }) => sum + changes.length, 0)
  const fold = count > mostShown && changed.length > 1
  return (
    <nav class="changes-list" aria-labelledby="list-title">
      <Heading id="list-title">{say('to-list')}</Heading>
      <ul class="parts">
        {changed.map((part) => (
          <li class={part.changes.every(isTypography) ? 'typographic' : undefined}>
            <Part locale={locale} lang={lang} part={part} fold={fold} all={count <= mostListed} />
          </li>
        ))}
      </ul>
    </nav>
  )
}

type PartProps = Pick<Props, 'locale' | 'lang'> & { part: MapPart; fold: boolean; all: boolean }

function Part({ locale, lang, part, fold, all }: PartProps) {
  const here = all ? part.changes : part.changes.filter(({ href }) => href.startsWith('#'))
  const name = <PartName locale={locale} lang={lang} part={part} />
  const [first] = part.changes
  if (here.length === 0 && first) {
    return (
      <a href={first.href}>
        {name} ({part.changes.length})
      </a>
    )
  }
  const changes = <Changes locale={locale} lang={lang} changes={here} />
  if (!fold) {
    return (
      <>
        <p class="part">{name}</p>
        {changes}
      </>
    )
  }
  return (
    <details>
      <summary>
        {name} ({part.changes.length})
      </summary>
      {changes}
    </details>
  )
}

type ChangesProps = Pick<Props, 'locale' | 'lang'> & { changes: readonly PlacedChange[] }

function Changes({ locale, lang, changes }: ChangesProps) {
  return (
    <ul>
      {changes.map(({ href, kind, label, more }) => (
        <li class={isTypography({ kind }) ? 'typographic' : undefined}>
          <a href={href}>
            <span class={`change-kind ${kind}`}>{words(locale)('change-is', { kind })}</span>{' '}
            <bdi {...inLanguage(lang)}>{label}</bdi>
            {sayMore(locale, more)}
          </a>
        </li>
      ))}
    </ul>
  )
}

function isTypography({ kind }: Pick<PlacedChange, 'kind'>): boolean {
  return kind === 'typography'
}

/** « et ses 6 passages », where there are any. */
export function sayMore(locale: Locale, { count, headed }: PlacedChange['more']): string {
  if (count === 0) return ''
  return ` ${words(locale)(headed ? 'and-its' : 'and-others', { count })}`
}
