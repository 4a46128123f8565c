import { sayDate, type Locale } from '../platform/messages.ts'
import type { Frame } from '../ui/layout.tsx'
import type { Passkey } from './passkey-store.ts'
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
  passkeys: Passkey[]
  /** A passkey can be added. */
  makesPasskeys: boolean
}

/** What somebody signs in with: each can be given up, and others added. */
export function WaysSection({ frame, ways, addable, passkeys, makesPasskeys }: Props) {
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
            {way.kind !== 'demonstration' && (
              <a
                href={`/${locale}/account/ways/${way.id}/removal`}
                aria-label={say('remove-way', { name: way.name })}
              >
                {say('remove')}
              </a>
            )}
          </li>
        ))}
        {passkeys.map((passkey) => (
          <OwnPasskey locale={locale} passkey={passkey} />
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
        {makesPasskeys && (
          <a class="button quiet" href={`/${locale}/account/passkeys`}>
            {say('add-passkey')}
          </a>
        )}
      </p>
    </section>
  )
}

function OwnPasskey({ locale, passkey }: { locale: Locale; passkey: Passkey }) {
  const say = words(locale)
  const { id, name, createdAt, usedOn } = passkey
  const address = `/${locale}/account/passkeys/${id}`
  const since = sayDate(locale, createdAt)
  return (
    <li>
      <span class="thing">
        <bdi>{name}</bdi>
        <span class="fine">
          {usedOn === null
            ? say('passkey-unused', { since })
            : say('passkey-days', { since, used: sayDate(locale, new Date(usedOn)) })}
        </span>
      </span>
      <span class="own-links">
        <a href={address} aria-label={say('rename-passkey', { name })}>
          {say('rename')}
        </a>
        <a href={`${address}/removal`} aria-label={say('remove-way', { name })}>
          {say('remove')}
        </a>
      </span>
    </li>
  )
}
