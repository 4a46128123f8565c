import type { Context, HonoRequest, Next } from 'hono'
import { BadForm } from './problems.ts'

const forms = /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i

/** Control characters but TAB, LF, CR: PostgreSQL stores no NUL, and nobody types the others. */
const controls = /[^\P{Cc}\t\n\r]/gu

/**
 * Lets through only what a page's form can send: an address and a body that can be read, and a file
 * where one is taken. Control characters are taken out of what was typed, once for every handler.
 */
export function guardForms(takesFile: (request: HonoRequest) => boolean) {
  return async (c: Context, next: Next): Promise<void> => {
    if (c.req.method === 'POST') {
      c.req.bodyCache.formData = await readForm(c.req, takesFile(c.req))
    }
    return next()
  }
}

async function readForm(request: HonoRequest, takesFile: boolean): Promise<FormData> {
  if (!forms.test(request.header('Content-Type') ?? '')) throw new BadForm('not a form')
  const sent = await request.formData().catch(() => {
    throw new BadForm('a form that cannot be read')
  })
  const entries = [...sent.entries()]
  if (entries.length > largestCount) throw new BadForm('more fields than any form of ours has')
  // One pass into a new form: taking names out of one that has thousands is quadratic.
  const form = new FormData()
  for (const [name, value] of entries) {
    if (typeof value === 'string') form.append(name, value.replaceAll(controls, ''))
    else if (takesFile) form.append(name, value)
  }
  return form
}

/** Fields of one form: the sentences of the longest passage can all be ticked. */
const largestCount = 2000

/** True for an address that names nothing here: with control characters, or that is no percent-encoding. */
export function isUnreadable(path: string): boolean {
  try {
    return decodeURIComponent(path).search(controls) !== -1
  } catch {
    return true
  }
}
