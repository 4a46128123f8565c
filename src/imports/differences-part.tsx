import { inLanguage, type Locale } from '../platform/messages.ts'
import { isPictureChanged, PictureChange, startOf } from '../reports/index.ts'
import { raisedIn, type Block } from '../text/index.ts'
import { Pagination } from '../ui/pagination.tsx'
import { Redline } from '../ui/redline.tsx'
import type { Difference } from './plan-import.ts'
import { previewHref, type PreviewProps } from './preview-props.ts'
import { keyOf } from './upload.ts'
import { UndonePart } from './undone-part.tsx'
import { words } from './words.ts'

/** At once on a page. */
const shownDifferences = 50

/** What the file would change of the text that is there. */
export function DifferencesPart(props: PreviewProps) {
  const { frame, planned } = props
  const say = words(frame.locale)
  return (
    <section aria-labelledby="differences">
      <h2 id="differences">{say('differences')}</h2>
      {planned === null ? (
        <p class="notice">{say('first-text')}</p>
      ) : (
        <>
          <Counts {...props} />
          <UndonePart {...props} />
          <Differences {...props} />
        </>
      )}
    </section>
  )
}

function Counts({ frame, planned }: PreviewProps) {
  const say = words(frame.locale)
  if (!planned) return null
  if (planned.differences.length === 0) return <p class="notice">{say('nothing-differs')}</p>
  const { same, edited, moved, removed } = planned.counts
  const kinds = ['same', 'edited', 'moved', 'added', 'removed'] as const
  return (
    <>
      <ul class="tags">
        {kinds.map((kind) => (
          <li>{say(`count-${kind}`, { count: planned.counts[kind] })}</li>
        ))}
      </ul>
      {removed > same + edited + moved && <p class="notice refused">{say('mostly-other')}</p>}
    </>
  )
}

function Differences(props: PreviewProps) {
  const { frame, report, planned, differencesPage } = props
  if (!planned || planned.differences.length === 0) return null
  const say = words(frame.locale)
  const pages = Math.ceil(planned.differences.length / shownDifferences)
  const page = Math.min(differencesPage, pages)
  const start = (page - 1) * shownDifferences
  return (
    <>
      <ol class="differences" start={start + 1}>
        {planned.differences.slice(start, start + shownDifferences).map((difference) => (
          <li class={`change ${difference.kind}`}>
            <DifferenceView
              locale={frame.locale}
              lang={report.lang}
              difference={difference}
              back={planned.putBack.has(idOf(difference))}
              after={planned.follows.get(idOf(difference)) ?? null}
            />
          </li>
        ))}
      </ol>
      <Pagination
        locale={frame.locale}
        page={page}
        pages={pages}
        label={say('differences-pages')}
        hrefOf={(at) => `${previewHref(props)}?differences=${at}#differences`}
      />
    </>
  )
}

function idOf(difference: Difference): string {
  return difference.kind === 'removed' ? difference.old.id : difference.new.id
}

type Props = {
  locale: Locale
  lang: string
  difference: Difference
  /** It was removed once. */
  back: boolean
  /** The block that it would stand after. */
  after: Block | null
}

function DifferenceView({ locale, lang, difference, back, after }: Props) {
  const say = words(locale)
  const [old, now] = sidesOf(difference)
  return (
    <>
      <p class="decision">{say('difference', { kind: back ? 'put_back' : difference.kind })}</p>
      {difference.kind === 'moved' && <Place locale={locale} lang={lang} after={after} />}
      {now && <Becoming locale={locale} old={old} now={now} />}
      <Words {...{ locale, lang, old, now }} />
      <PictureChange locale={locale} before={old?.picture} after={now?.picture} />
    </>
  )
}

type WordsProps = Pick<Props, 'locale' | 'lang'> & Record<'old' | 'now', Block | null>

function Words({ locale, lang, old, now }: WordsProps) {
  return (
    <Redline
      locale={locale}
      lang={lang}
      before={old?.text ?? ''}
      after={now?.text ?? ''}
      raised={{ before: raisedIn(old?.marks), after: raisedIn(now?.marks) }}
    />
  )
}

function Place({ locale, lang, after }: Pick<Props, 'locale' | 'lang' | 'after'>) {
  const say = words(locale)
  if (!after) return <p class="fine">{say('moved-first')}</p>
  return (
    <p class="fine">
      {say('moved-after')} <bdi {...inLanguage(lang)}>{startOf(after)}</bdi>
    </p>
  )
}

/** What sort of block a new one is; of one that stays, what changes besides its words. */
function Becoming({ locale, old, now }: { locale: Locale; old: Block | null; now: Block }) {
  const say = words(locale)
  if (!old) return <p class="fine">{nameSort(locale, now)}</p>
  const [before, after] = [nameSort(locale, old), nameSort(locale, now)]
  if (before !== after) return <p class="fine">{say('kind-becomes', { before, after })}</p>
  const pictured = isPictureChanged(old.picture, now.picture)
  const marked = old !== now && old.text === now.text && !pictured
  return marked ? <p class="fine">{say('marks-change')}</p> : null
}

function nameSort(locale: Locale, { kind, level }: Block): string {
  const say = words(locale)
  const name = say('kind', { kind: keyOf(kind) })
  return level > 0 ? say('with-level', { kind: name, level }) : name
}

function sidesOf(difference: Difference): [Block | null, Block | null] {
  if (difference.kind === 'added') return [null, difference.new]
  return difference.kind === 'removed' ? [difference.old, null] : [difference.old, difference.new]
}
