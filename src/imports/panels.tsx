import { can } from '../permissions.ts'
import type { Report } from '../reports/index.ts'
import type { Panel } from '../request.ts'
import { words } from './words.ts'

/** In the workshop: the way to bring a file into the text. */
export const importLink: Panel<{ report: Report }> = async ({ locale, actor }, { report }) =>
  can(actor, 'report.import', { reportId: report.id }) ? (
    <p>
      <a class="button quiet" href={`/${locale}/workshop/reports/${report.slug}/import`}>
        {words(locale)('import-file')}
      </a>
    </p>
  ) : null
