import { id, type Entry } from './entry.ts'

/** What people follow, when they are told of it, and what they were sent. */
export const aboutTelling = {
  notice_setting: {
    purpose: 'told',
    retention: 'erasure',
    owners: id('person_id'),
    exported: ['cadence', 'weekday', 'answers'],
    nothing: ['told_until', 'digested_on'],
    erasure: 'deleted',
  },
  // Whoever is followed owns nothing of it: how many follow them is nobody's to know.
  subscription: {
    purpose: 'told',
    retention: 'erasure',
    owners: id('person_id'),
    exported: [
      'kind',
      'report_id',
      'topic_id',
      'block_id',
      'contribution_number',
      'followed',
      'since',
    ],
    nothing: ['id', 'from_sequence'],
    erasure: 'deleted',
  },
  notice: {
    purpose: 'told',
    retention: 'told',
    owners: id('person_id'),
    exported: ['day', 'count', 'answer_id', 'made_at'],
    nothing: ['id', 'after_sequence', 'until_sequence'],
    erasure: 'deleted',
  },
} as const satisfies Record<string, Entry>
