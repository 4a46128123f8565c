import { inLanguage } from '../platform/messages.ts'
import { startOf } from '../reports/index.ts'
import { namedAtMost } from './gather-differences.ts'
import type { PreviewProps } from './preview-props.ts'
import { words } from './words.ts'

/** Warns of what contributions changed, or editors split or merged by hand, and the file would take back. */
export function UndonePart(props: PreviewProps) {
  return (
    <>
      <UndoneContributions {...props} />
      <UndoneDivisions {...props} />
    </>
  )
}

function UndoneContributions({ frame, differences }: PreviewProps) {
  const { locale } = frame
  const say = words(locale)
  if (!differences || differences.undone.passages === 0) return null
  const { passages, contributions } = differences.undone
  const more = contributions.length - namedAtMost
  return (
    <div class="notice refused">
      <p>{say('undoes', { count: passages })}</p>
      <ul class="tags">
        {contributions.slice(0, namedAtMost).map((number) => (
          <li>
            <a href={`/${locale}/contributions/${number}`}>
              {say('undone-contribution', { number })}
            </a>
          </li>
        ))}
        {more > 0 && <li>{say('undone-more', { count: more })}</li>}
      </ul>
    </div>
  )
}

function UndoneDivisions({ frame, report, differences }: PreviewProps) {
  const { locale } = frame
  const say = words(locale)
  const divisions = differences?.undone.divisions ?? []
  if (divisions.length === 0) return null
  const text = `/${locale}/workshop/reports/${report.slug}/text`
  const more = divisions.length - namedAtMost
  return (
    <div class="notice refused">
      <p>{say('undoes-divisions', { count: divisions.length })}</p>
      <ul>
        {divisions.slice(0, namedAtMost).map(({ did, block, reason }) => (
          <li>
            <a href={`${text}?at=${block.id}#${block.id}`} {...inLanguage(report.lang)}>
              {startOf(block)}
            </a>{' '}
            {say('undone-division', { did })} <bdi class="typed">{reason}</bdi>
          </li>
        ))}
        {more > 0 && <li>{say('undone-more', { count: more })}</li>}
      </ul>
    </div>
  )
}
