import { recordAct } from '../journal/index.ts'
import type { Db } from '../platform/db/connect.ts'
import { findTopicById } from '../topics/index.ts'
import { suspectPost, type Sending } from '../spam/index.ts'
import type { Contribution } from './contribution.ts'
import { findModerationSetting, saveHold, type HoldReason } from './hold-store.ts'
import { saveState } from './save-store.ts'

type Said = Pick<
  Contribution,
  'reportId' | 'topic' | 'cut' | 'number' | 'revision' | 'authorId' | 'content' | 'attachments'
>

/**
 * Why what somebody says in a report waits for a moderator; null where it is published at once. A new version of what
 * was cut waits everywhere: it could say the same again. What came by a form is compared with what came before it.
 */
export async function findHoldReason(
  tx: Db,
  said: Said,
  sending: Sending | undefined,
  now: Date,
): Promise<HoldReason | null> {
  const signs = sending ? await suspectPost(tx, postOf(said), sending, now) : null
  if (signs) return { ground: 'spam-defence', signs }
  const { reportId, cut } = said
  const topic = said.topic && (await findTopicById(tx, said.topic.id))
  const { beforePublication } = await findModerationSetting(tx, reportId, topic)
  return beforePublication || cut ? { ground: 'before-publication', signs: [] } : null
}

function postOf({ number, revision, authorId, content, attachments }: Said) {
  const { title, body, explanation, link, place, wording } = content
  const ofFiles = attachments.flatMap(({ name, alternative }) => [name, alternative])
  const said = [title, body, explanation, link, place, wording, ...ofFiles]
  return { number, revision, authorId, text: said.filter((part) => part !== null).join('\n') }
}

/**
 * Holds a contribution back in its author's own transaction, whatever the report's mode: nobody but its author and
 * moderators reads it until one of them decides. No person does it, and the journal says so.
 */
export async function holdForModeration(
  tx: Db,
  { number, ground, signs }: HoldReason & { number: number },
  now: Date,
): Promise<void> {
  const hold = await saveHold(tx, { number, ground, signs, heldAt: now })
  await saveState(tx, number, 'pending')
  await recordAct(
    tx,
    {
      at: now,
      role: 'program',
      actor: 'program',
      action: 'contribution.held',
      object: `contribution/${number}`,
    },
    { hold, ground, signs: [...signs] },
  )
}
