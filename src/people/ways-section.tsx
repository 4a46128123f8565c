import type { Frame } from '../ui/layout.tsx'
import { words } from './words.ts'

/** A way in as it is listed. */
export type ListedWay = {
  id: number
  name: string
  kind: 'email' | 'provider' | 'demonstration'
  /** False for a provider that people cannot sign in with any longer. */
  usable: boolean
}

type Props = {
  frame: Frame
  ways: ListedWay[]
  /** Providers that could be added. */
  addable: { key: string; name: string }[]
}

/** What somebody signs in with: each can be given up, and others added. */
export function WaysSection({ frame, ways, addable }: Props) {
  const { locale } = frame
  const say = words(locale)
  const hasAddress = ways.some(({ kind }) => kind === 'email')
  return (
    <section aria-labelledby="ways-title">
      <h2 id="ways-title">{say('ways')}</h2>
      <ul class="own-things">
        {ways.map((way) => (
          <li>
            <span class="thing">
              <bdi>{way.name}</bdi>
              <span class="fine">
                {way.usable ? say('way-kind', { kind: way.kind }) : say('way-unusable')}
              </span>
            </span>
            <a
              href={`/${locale}/account/ways/${way.id}/removal`}
              aria-label={say('remove-way', { name: way.name })}
            >
              {say('remove')}
            </a>
          </li>
        ))}
      </ul>
      <p class="fine">{hasAddress ? say('addresses-note') : say('no-address')}</p>
      <p class="actions">
        <a class="button quiet" href={`/${locale}/account/addresses`}>
          {say('add-address')}
        </a>
        {addable.map(({ key, name }) => (
          <a class="button quiet" href={`/${locale}/account/providers/${key}?add=1`}>
            {say('add-provider', { name })}
          </a>
        ))}
      </p>
    </section>
  )
}
