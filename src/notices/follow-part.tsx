import type { Locale } from '../platform/messages.ts'
import { addressesOf } from './addresses.ts'
import type { Asked } from './subscription.ts'
import { words } from './words.ts'

type Props = {
  locale: Locale
  asked: Asked
  /** Of an author; nothing for anything else. */
  name?: string
  followed: boolean
  own?: boolean
}

/** Follows it, or says that one does and ends it: a form that needs no script. */
export function FollowPart({ locale, asked, name = '', followed, own = false }: Props) {
  const say = words(locale)
  const { kind, id } = asked
  const { subscriptions, subscriptionEnd } = addressesOf(locale)
  const said = { kind, name, own: own ? 'yes' : 'no' }
  return (
    <form method="post" action={followed ? subscriptionEnd : subscriptions} class="follow">
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="id" value={id} />
      <p class="fine">
        <bdi>{followed ? say('followed', said) : say('follow-hint', { kind })}</bdi>
      </p>
      <button class="quiet small" type="submit">
        {followed ? say('end-follow', { kind, name }) : say('follow', { kind, name })}
      </button>
    </form>
  )
}
