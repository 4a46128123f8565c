export type PictureType = 'png' | 'jpeg' | 'gif' | 'webp' | 'svg'

/** The picture that a figure shows; its words are the figure's text. */
export type Picture = {
  /** Of its bytes as they are kept, in hexadecimal. */
  sha256: string
  type: PictureType
  /** CSS pixels. */
  width: number
  height: number
  /**
   * Whether the first line of the figure's text is the picture's alternative. The other lines are its
   * caption: all of them, where it is not described.
   */
  described: boolean
}

/** A picture as it is kept: with its bytes, whatever figures show it. */
export type KeptPicture = Omit<Picture, 'described'> & { bytes: Uint8Array }

/** Returns the name of the file that holds a picture, wherever it is kept or handed out. */
export function pictureFile({ sha256, type }: Pick<Picture, 'sha256' | 'type'>): string {
  return `${sha256}.${type}`
}
