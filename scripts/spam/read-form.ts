/** A field of a form as a program reads it off the page: whether it can be filled in, without looking whether it can be seen. */
type Field = { name: string; value: string; kind: 'hidden' | 'shown' | 'radio' | 'select' | 'file' }

export type PageForm = { action: string; fields: Field[] }

/** The form of a contribution on a page. */
export function readForm(page: string): PageForm {
  const [form = '', action = ''] =
    /<form[^>]* action="([^"]+)"[^>]*id="form"[^]*?<\/form>/.exec(page) ?? []
  if (form === '') throw new Error(`there is no form on the page: ${page.slice(0, 500)}`)
  const found = form.matchAll(/<(input|textarea|select)\b([^>]*)>(?:([^]*?)<\/\1>)?/g)
  const fields = [...found].flatMap(([, tag = '', attributes = '', within = '']) =>
    fieldOf(tag, attributes, within),
  )
  return { action: plain(action), fields }
}

function fieldOf(tag: string, attributes: string, within: string): Field[] {
  const valueOf = (name: string) =>
    plain(new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1] ?? '')
  const name = valueOf('name')
  if (name === '') return []
  const type = valueOf('type')
  if (tag === 'select') return [{ name, value: selectedIn(within), kind: 'select' }]
  if (tag === 'textarea') return [{ name, value: plain(within), kind: 'shown' }]
  if (type === 'radio') return [{ name, value: valueOf('value'), kind: 'radio' }]
  if (type === 'file') return [{ name, value: '', kind: 'file' }]
  // A box that is not ticked is not sent.
  if (type === 'checkbox') return []
  return [{ name, value: valueOf('value'), kind: type === 'hidden' ? 'hidden' : 'shown' }]
}

function selectedIn(options: string): string {
  const [, attributes = ''] = /<option\b([^>]*\bselected\b[^>]*)>/.exec(options) ?? []
  return /\bvalue="([^"]*)"/.exec(attributes)?.[1] ?? ''
}

function plain(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}
