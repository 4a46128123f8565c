import { id, type Entry } from './entry.ts'

/** What is said of the site and by whom, and who accepted which terms. */
export const aboutSite = {
  terms_consent: {
    purpose: 'account',
    retention: 'account',
    owners: id('person_id'),
    exported: ['version', 'accepted_at'],
    nothing: [],
    erasure: 'deleted',
  },
  terms: {
    purpose: 'site',
    retention: 'ever',
    owners: id('kept_by'),
    exported: ['version', 'asks', 'kept_at'],
    nothing: [],
    erasure: { why: 'acts' },
  },
  // Whom it names are whom the law wants named: administrators say others in their place.
  legal_notice: {
    purpose: 'site',
    retention: 'replaced',
    owners: id('kept_by'),
    exported: [
      'publisher',
      'publisher_form',
      'publisher_address',
      'publisher_phone',
      'publisher_email',
      'registration',
      'capital',
      'director',
      'editor',
      'host',
      'host_address',
      'host_phone',
      'kept_at',
    ],
    nothing: ['id'],
    erasure: { why: 'acts' },
  },
  accessibility_setting: {
    purpose: 'site',
    retention: 'replaced',
    owners: id('kept_by'),
    exported: ['email', 'address', 'plan_address', 'kept_at'],
    nothing: ['id'],
    erasure: { why: 'acts' },
  },
  accessibility_audit: {
    purpose: 'site',
    retention: 'ever',
    owners: id('begun_by', 'published_by'),
    exported: ['audited_on', 'auditor', 'reference', 'method', 'begun_at', 'published_at'],
    nothing: ['id', 'respected', 'applicable'],
    erasure: { why: 'acts' },
  },
  accessibility_automated: {
    purpose: 'site',
    retention: 'replaced',
    owners: id('kept_by'),
    exported: ['made_on', 'kept_at'],
    nothing: ['id', 'checkers', 'pages'],
    erasure: { why: 'acts' },
  },
} as const satisfies Record<string, Entry>
