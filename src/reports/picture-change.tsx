import type { Locale } from '../platform/messages.ts'
import type { Picture } from '../text/index.ts'
import { PictureView } from './picture-view.tsx'
import { words } from './words.ts'

export type Pictured = Picture | null | undefined

type Props = { locale: Locale; before: Pictured; after: Pictured }

/** Whether the picture of a figure is another one, or came, or went. */
export function isPictureChanged(before: Pictured, after: Pictured): boolean {
  return before?.sha256 !== after?.sha256
}

/** A figure's picture before and after, side by side, where it is not the same. */
export function PictureChange({ locale, before, after }: Props) {
  if (!isPictureChanged(before, after)) return null
  const say = words(locale)
  const did = before ? (after ? 'replaced' : 'removed') : 'added'
  return (
    <div class="picture-change">
      <p>{say('picture-changed', { did })}</p>
      {before && <Side picture={before} label={say('picture-before')} />}
      {after && <Side picture={after} label={say('picture-after')} />}
    </div>
  )
}

function Side({ picture, label }: { picture: Picture; label: string }) {
  return (
    <figure class="picture">
      <PictureView picture={picture} alternative={label} />
      <figcaption>{label}</figcaption>
    </figure>
  )
}
