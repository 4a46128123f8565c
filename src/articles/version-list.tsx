import type { Child } from 'hono/jsx'

type Listed = { version: number; href: string; label: string; more?: Child }

type Props = {
  title: string
  /** The newest first. */
  versions: readonly Listed[]
  /** The one that is shown. */
  current: number
}

/** Every version of a text, each by its address; nothing where there is one only. */
export function VersionList({ title, versions, current }: Props) {
  if (versions.length < 2) return null
  return (
    <nav aria-labelledby="versions">
      <h2 id="versions" class="minor">
        {title}
      </h2>
      <ul>
        {versions.map(({ version, href, label, more }) => (
          <li>
            <a href={href} aria-current={version === current ? 'page' : undefined}>
              {label}
            </a>
            {more}
          </li>
        ))}
      </ul>
    </nav>
  )
}
