import { inLanguage } from '../platform/messages.ts'
import { pictureFile, type Picture } from '../text/index.ts'

/** Where a picture is sent from: the same address for as long as anything shows it. */
export function pictureHref(picture: Pick<Picture, 'sha256' | 'type'>): string {
  return `/pictures/${pictureFile(picture)}`
}

type Props = { picture: Picture; alternative: string; lang?: string }

/** A picture alone; its place is kept while it comes. */
export function PictureView({ picture, alternative, lang }: Props) {
  return (
    <img
      src={pictureHref(picture)}
      alt={alternative}
      width={picture.width}
      height={picture.height}
      loading="lazy"
      decoding="async"
      {...(lang !== undefined && inLanguage(lang))}
    />
  )
}
