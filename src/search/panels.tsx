import type { ReportSubject } from '../reports/index.ts'
import type { Panel } from '../request.ts'
import { SearchBox } from './search-box.tsx'

/** Where to search the report that is read. */
export const searchHere: Panel<ReportSubject> = async ({ locale }, { report }) => (
  <SearchBox locale={locale} report={report} typed="" inPassing />
)
