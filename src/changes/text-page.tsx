import { stepTo, startOf } from '../reports/index.ts'
import { inLanguage } from '../platform/messages.ts'
import { Breadcrumb } from '../ui/breadcrumb.tsx'
import { DoneNotice } from '../ui/done-notice.tsx'
import { Layout } from '../ui/layout.tsx'
import { Pagination } from '../ui/pagination.tsx'
import { addressesOf, withQuery } from './addresses.ts'
import { words } from './words.ts'
import type { TextProps } from './text-props.ts'
import { WorkingText } from './working-text.tsx'

/** The text as the next edition will have it, for editors: what differs from the last one, and how to change it. */
export function TextPage(props: TextProps) {
  const { frame, report, part } = props
  const { locale } = frame
  const say = words(locale)
  const { queue, importing } = addressesOf(locale, report)
  const title = say(props.moving.length > 0 ? 'choose-place' : 'working-text')
  const empty = part.blocks.length === 0 && part.removed.size === 0
  return (
    <Layout frame={frame} title={title} wide>
      <Breadcrumb
        locale={locale}
        steps={[stepTo(frame.locale, report), { href: queue, label: say('workshop') }]}
      />
      <DoneNotice sentence={props.imported ? say('done-imported') : null} />
      <h1>{title}</h1>
      {empty ? (
        <p class="empty">
          {say('no-text')} <a href={importing}>{say('import-file')}</a>
        </p>
      ) : (
        <>
          <Lead {...props} />
          <Outline {...props} />
          <Pages {...props} label={say('pages-above')} />
          <Above {...props} />
          <WorkingText {...props} />
          <Pages {...props} label={say('pages-below')} />
        </>
      )}
    </Layout>
  )
}

/** What is shown here, or which passage a place is sought for and the way back. */
function Lead({ frame, report, latest, waiting, moving, returning, because }: TextProps) {
  const { locale } = frame
  const say = words(locale)
  const { changes, block } = addressesOf(locale, report)
  const [first] = moving
  if (first) {
    return (
      <div class="notice">
        <p>
          {say(returning ? 'returning-lead' : 'moving-lead', { count: moving.length })}{' '}
          <bdi {...inLanguage(report.lang)}>{startOf(first)}</bdi>
        </p>
        <p>
          <a href={withQuery(block(first.id), { because })}>{say('leave-in-place')}</a>
        </p>
      </div>
    )
  }
  return (
    <p class="lead">
      {latest ? say('text-lead', { number: latest.number }) : say('text-lead-first')}{' '}
      {waiting > 0 && <a href={changes}>{say('see-changes', { count: waiting })}</a>}
    </p>
  )
}

function Outline({ frame, report, outline, part, moving, because }: TextProps) {
  if (outline.length < 2) return null
  const { locale } = frame
  const say = words(locale)
  return (
    <details class="outline" open={part.pages > 1 && moving.length > 0}>
      <summary>{say('outline')}</summary>
      <ul>
        {outline.map(({ heading, page, depth, differing }) => (
          <li class={`depth-${Math.min(depth, 3)}`}>
            <a href={`${hrefOf({ frame, report, moving, because }, page)}#${heading.id}`}>
              <bdi {...inLanguage(report.lang)}>{startOf(heading)}</bdi>
            </a>{' '}
            {differing > 0 && <span class="fine">{say('differing', { count: differing })}</span>}
          </li>
        ))}
      </ul>
    </details>
  )
}

/** Where in the text a page goes on that begins in the middle of it. */
function Above({ frame, report, part }: TextProps) {
  if (part.above.length === 0) return null
  const { locale } = frame
  return (
    <p class="fine">
      {words(locale)('goes-on-under')}{' '}
      {part.above.map((heading, at) => (
        <>
          {at > 0 && ' › '}
          <a href={addressesOf(locale, report).around(heading.id)}>
            <bdi {...inLanguage(report.lang)}>{startOf(heading)}</bdi>
          </a>
        </>
      ))}
    </p>
  )
}

type Looking = Pick<TextProps, 'frame' | 'report' | 'moving' | 'because'>

/** Another page of the text; a place that is sought for is sought there as well. */
function hrefOf({ frame, report, moving: [first], because }: Looking, page: number): string {
  const { text } = addressesOf(frame.locale, report)
  return withQuery(text, { page: page > 1 ? String(page) : '', moving: first?.id ?? '', because })
}

function Pages(props: TextProps & { label: string }) {
  const { frame, part, label } = props
  return (
    <Pagination
      locale={frame.locale}
      page={part.page}
      pages={part.pages}
      hrefOf={(page) => hrefOf(props, page)}
      label={label}
    />
  )
}
