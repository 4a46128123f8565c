import type { Db } from '../platform/db/connect.ts'
import { listLostPictures } from '../reports/index.ts'

export type PictureFinding = { kind: 'picture'; object: string; problem: 'altered' }

/** Every picture that an edition or a working text shows is there, with the bytes that it is known by. */
export async function verifyPictures(db: Db): Promise<PictureFinding[]> {
  const lost = await listLostPictures(db)
  return lost.map((object) => ({ kind: 'picture', object, problem: 'altered' }))
}
