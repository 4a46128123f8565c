import type { Action } from './permissions.ts'

/** Where administrators say what holds for the whole site, by the rule that lets them. */
export const siteRoutes: readonly (readonly [Action, readonly string[]])[] = [
  ['administration.open', ['GET /admin']],
  ['charter.keep', ['GET /workshop/charter', 'POST /workshop/charter']],
  ['terms.keep', ['GET /admin/terms', 'POST /admin/terms']],
  ['legal-notice.keep', ['GET /admin/legal-notice', 'POST /admin/legal-notice']],
  [
    'accessibility.keep',
    [
      'GET /admin/accessibility',
      'GET /admin/accessibility/setting',
      'POST /admin/accessibility/setting',
      'GET /admin/accessibility/automated-results',
      'POST /admin/accessibility/automated-results',
      'GET /admin/accessibility/audit',
      'GET /admin/accessibility/audits',
      'POST /admin/accessibility/audits',
      'GET /admin/accessibility/audits/:audit',
      'GET /admin/accessibility/audits/:audit/facts',
      'POST /admin/accessibility/audits/:audit/facts',
      'GET /admin/accessibility/audits/:audit/findings.csv',
      'GET /admin/accessibility/audits/:audit/findings',
      'POST /admin/accessibility/audits/:audit/findings',
      'GET /admin/accessibility/audits/:audit/publication',
      'POST /admin/accessibility/audits/:audit/publication',
      'GET /admin/accessibility/audits/:audit/removal',
      'POST /admin/accessibility/audits/:audit/removal',
      'GET /admin/accessibility/audits/:audit/pages/:page',
      'POST /admin/accessibility/audits/:audit/pages/:page',
    ],
  ],
]
