import type { Context } from 'hono'

/** What a form sent, name by name in its order; files are left out, and `withFile` says that there were some. */
export type SentForm = { fields: [name: string, value: string][]; withFile: boolean }

/** What was sent, also where another part of the program has read it; nothing where it was no form that can be read. */
export async function readSentForm(c: Context): Promise<SentForm> {
  const all = [...(await readForm(c))]
  const fields = all.flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[name, value]] : [],
  )
  return { fields, withFile: fields.length < all.length }
}

async function readForm(c: Context): Promise<Iterable<[string, string | File]>> {
  if (c.req.method !== 'POST') return []
  try {
    return await c.req.formData()
  } catch {
    return []
  }
}

/**
 * The words among what was sent: what holds a space, or an address of the web or of mail. Numbers, choices and what a form
 * carries unseen are one word each.
 */
export function typedIn({ fields }: SentForm): string[] {
  return fields
    .map(([, value]) => value.replaceAll('\r\n', '\n').trim())
    .filter((value) => /\S\s+\S|:\/\/|\S@\S/.test(value))
}
