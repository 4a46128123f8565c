import type { Locale } from '../platform/messages.ts'
import type { Obstacle } from './find-obstacles.ts'
import { words } from './words.ts'

type Props = { locale: Locale; obstacles: readonly Obstacle[]; contact: string }

/** What has to be handed over before, and where that is done. */
export function Obstacles({ locale, obstacles, contact }: Props) {
  const say = words(locale)
  return (
    <section class="notice refused" id="obstacles" tabindex={-1} aria-labelledby="obstacles-title">
      <h2 id="obstacles-title">{say('obstacles-title')}</h2>
      <ul>
        {obstacles.map((obstacle) => (
          <li>
            {obstacle.kind === 'site'
              ? say('obstacle-site')
              : say(`obstacle-${obstacle.kind}`, { name: obstacle.name })}{' '}
            <a href={addressOf(locale, obstacle)}>{say(`obstacle-${obstacle.kind}-do`)}</a>
          </li>
        ))}
      </ul>
      <p>
        {say('obstacles-what')}{' '}
        <a href={`mailto:${contact}`} dir="ltr">
          {contact}
        </a>
      </p>
    </section>
  )
}

function addressOf(locale: Locale, obstacle: Obstacle): string {
  if (obstacle.kind === 'site') return `/${locale}/admin/team`
  if (obstacle.kind === 'report') return `/${locale}/workshop/reports/${obstacle.slug}/team`
  return `/${locale}/organisations/${obstacle.slug}/members`
}
