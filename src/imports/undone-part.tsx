import { namedAtMost } from './gather-differences.ts'
import type { PreviewProps } from './preview-props.ts'
import { words } from './words.ts'

/** Warns of what contributions changed and the file would take back. */
export function UndonePart({ frame, differences }: PreviewProps) {
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
