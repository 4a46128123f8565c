import type { PreviewProps } from './preview-props.ts'
import { words } from './words.ts'

/** At once on the page. */
const shownContributions = 20

/** Warns of what contributions changed and the file would take back. */
export function UndonePart({ frame, planned }: PreviewProps) {
  const { locale } = frame
  const say = words(locale)
  if (!planned || planned.undone.passages === 0) return null
  const { passages, contributions } = planned.undone
  const more = contributions.length - shownContributions
  return (
    <div class="notice refused">
      <p>{say('undoes', { count: passages })}</p>
      <ul class="tags">
        {contributions.slice(0, shownContributions).map((number) => (
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
