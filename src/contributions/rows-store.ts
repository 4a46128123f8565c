import { sql } from 'kysely'
import { attachmentsFrom, attachmentsOfRevision } from '../attachments/index.ts'
import type { Db } from '../platform/db/connect.ts'
import type { Author, Contribution } from './contribution.ts'

const columns = [
  'contribution.number',
  'contribution.report_id as reportId',
  'contribution.kind',
  'contribution.stance',
  'contribution.state',
  'contribution.consultation_id as consultationId',
  'contribution.source_key as sourceKey',
  'contribution.author_id as authorId',
  'contribution.author_name as authorName',
  'contribution.helix_side as helixSide',
  'contribution.organisation',
  'contribution.territory',
  'contribution.languages',
  'contribution.office',
  'contribution.office_title as officeTitle',
  'contribution.office_verified as officeVerified',
  'contribution.spoken_for as spokenFor',
  'contribution.spoken_for_verified as spokenForVerified',
  'contribution.mandate_from as mandateFrom',
  'contribution.mandate_until as mandateUntil',
  'contribution.lang',
  'contribution.reply_to as replyTo',
  'contribution.thread',
  'contribution.published_at as publishedAt',
  'contribution.withdrawn_at as withdrawnAt',
  'contribution.settled_at as settledAt',
  'edition.number as editionNumber',
  'revision.revision',
  'revision.at as revisedAt',
  'revision.title',
  'revision.body',
  'revision.explanation',
  'revision.link',
  'revision.place',
  'revision.wording',
  'passage.block_id as blockId',
  'passage.start_offset as start',
  'passage.end_offset as end',
  'passage.exact',
  'passage.prefix',
  'passage.suffix',
  'amendment.sentences',
  'amendment.base_sha256 as baseSha256',
  'contribution.cut_by as cutBy',
  'contribution.topic_id as topicId',
  'contribution.phase',
  'topic.slug as topicSlug',
  'topic.title as topicTitle',
] as const

/** Contributions as they now say it. */
export function contributions(db: Db) {
  return contributionsAt(db, 'newest')
}

export function contributionsAt(db: Db, which: 'newest' | 'every') {
  return db
    .selectFrom('contribution')
    .leftJoin('edition', 'edition.id', 'contribution.edition_id')
    .innerJoin('revision', (join) => {
      const all = join.onRef('revision.contribution_number', '=', 'contribution.number')
      return which === 'every' ? all : all.onRef('revision.revision', '=', 'contribution.revision')
    })
    .leftJoin('passage', 'passage.contribution_number', 'contribution.number')
    .leftJoin('topic', 'topic.id', 'contribution.topic_id')
    .leftJoin('amendment', 'amendment.contribution_number', 'contribution.number')
    .select(columns)
    .select(cutRanges.as('cutRanges'))
    .select(cutRule.as('cutRule'))
    .select(cutFiles.as('cutFiles'))
    .select(attachmentsOfRevision.as('attachments'))
}

const cutRanges = sql<{ start: number; end: number }[] | null>`(
  select json_agg(json_build_object('start', start_offset, 'end', end_offset) order by start_offset)
  from moderation_cut where decision_id = contribution.cut_by)`
const cutRule = sql<number | null>`(
  select rule from moderation_decision where id = contribution.cut_by)`

const cutFiles = sql<string[] | null>`(
  select json_agg(encode(attachment.sha256, 'hex') order by position)
  from moderation_cut_file as hidden
  join moderation_decision as decision on decision.id = hidden.decision_id
  join attachment using (contribution_number, revision, position)
  where decision.id = contribution.cut_by and attachment.sha256 is not null)`

type Row = Awaited<ReturnType<ReturnType<typeof contributionsAt>['executeTakeFirstOrThrow']>>

export function fromRow(row: Row): Contribution {
  const { title, body, explanation, link, place, wording, consultationId, sourceKey } = row
  return {
    number: row.number,
    reportId: row.reportId,
    kind: row.kind,
    stance: row.stance,
    state: row.state,
    imported: consultationId === null ? null : { consultationId, key: sourceKey ?? '' },
    authorId: row.authorId,
    author: authorOf(row),
    lang: row.lang,
    editionNumber: row.editionNumber,
    passage: passageOf(row),
    topic: topicOf(row),
    replyTo: row.replyTo,
    thread: row.thread,
    base:
      row.sentences && row.baseSha256 ? { sentences: row.sentences, sha256: row.baseSha256 } : null,
    content: { title, body, explanation, link, place, wording },
    attachments: attachmentsFrom(row.attachments),
    cut:
      row.cutBy === null
        ? null
        : {
            decision: row.cutBy,
            rule: row.cutRule,
            ranges: row.cutRanges ?? [],
            files: row.cutFiles ?? [],
          },
    revision: row.revision,
    publishedAt: row.publishedAt,
    revisedAt: row.revisedAt,
    withdrawnAt: row.withdrawnAt,
    settledAt: row.settledAt,
  }
}

function authorOf(row: Row): Author {
  const { office, officeTitle, officeVerified, spokenFor, spokenForVerified, mandateFrom } = row
  return {
    name: row.authorName,
    helixSide: row.helixSide,
    organisation: row.organisation,
    spokenFor:
      spokenFor === null || spokenForVerified === null || mandateFrom === null
        ? null
        : {
            slug: spokenFor,
            verified: spokenForVerified,
            from: mandateFrom,
            until: row.mandateUntil,
          },
    territory: row.territory,
    languages: row.languages,
    office:
      office === null || officeTitle === null || officeVerified === null
        ? null
        : { kind: office, title: officeTitle, verified: officeVerified },
  }
}

function passageOf(row: Row): Contribution['passage'] {
  const { blockId, editionNumber, start, end, exact, prefix, suffix } = row
  if (blockId === null || start === null || end === null) return null
  if (exact === null || prefix === null || suffix === null || editionNumber === null) return null
  return { blockId, editionNumber, start, end, exact, prefix, suffix }
}

function topicOf({ topicId, topicSlug, topicTitle, phase }: Row): Contribution['topic'] {
  if (topicId === null || topicSlug === null || topicTitle === null) return null
  return { id: topicId, slug: topicSlug, title: topicTitle, phase }
}
