import type { Db } from '../platform/db/connect.ts'
import {
  findEdition,
  findEditionBlock,
  type Edition,
  type PlacedBlock,
  type Report,
} from '../reports/index.ts'
import { isHeading } from '../text/index.ts'
import { asShown } from './as-shown.ts'
import type { Contribution, TargetKind } from './contribution.ts'
import { findModerationSetting, type ModerationSetting } from './hold-store.ts'
import { findContribution } from './store.ts'

/** What is spoken of, as it was read: a passage, another contribution, or neither: the report as a whole. */
export type Place = {
  report: Report
  edition: Edition
  block: PlacedBlock | null
  replyTo: Contribution | null
  /** Whether a moderator reads first what is said here. */
  moderation: ModerationSetting
}

export type PlaceAsked = {
  report: Report
  editionNumber: number
  blockId: string | null
  replyTo: number | null
}

/** Undefined where there is no such edition, no such passage in it, or no such contribution to the report. */
export async function findPlace(db: Db, asked: PlaceAsked): Promise<Place | undefined> {
  const { report, editionNumber, blockId } = asked
  const edition = await findEdition(db, report.id, editionNumber)
  if (!edition) return undefined
  const block = blockId === null ? null : await findEditionBlock(db, edition.id, blockId)
  const replyTo = asked.replyTo === null ? null : await findContribution(db, asked.replyTo)
  if (block === undefined || replyTo === undefined) return undefined
  if (replyTo !== null && replyTo.reportId !== report.id) return undefined
  const moderation = await findModerationSetting(db, report.id)
  return { report, edition, block, replyTo: replyTo && asShown(replyTo), moderation }
}

export function targetKindOf({ block, replyTo }: Pick<Place, 'block' | 'replyTo'>): TargetKind {
  if (replyTo) return 'contribution'
  if (!block) return 'report'
  return isHeading(block) ? 'heading' : 'passage'
}
