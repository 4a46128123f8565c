/*
 * What is sent to the browser and runs there, function by function: each stands alone.
 */

type Parent = { querySelectorAll(selector: string): Iterable<PageElement> }
type PageElement = {
  localName: string
  parentElement: unknown
  attributes: Iterable<{ name: string; value: string }>
  shadowRoot: Parent | null
  /** Of a template. */
  content?: Parent
}
type Field = { name: string; value: string }
type Form = { method: string; action: string; append(field: Field): void; submit(): void }
type Link = { href: string; origin: string; pathname: string; search: string }
type Violation = { violatedDirective: string; blockedURI: string; sample: string }
declare const document: Parent & {
  head: unknown
  body: { append(form: Form): void }
  links: Iterable<Link>
  createElement(name: 'form'): Form
  createElement(name: 'textarea'): Field
}
declare const location: { origin: string }
declare function addEventListener(type: string, listen: (event: Violation) => void): void

/** An element's name, or one of its attributes that could lead somewhere or run. */
export type Part = readonly [element: string, attribute: string, value: string]

/** Returns the parts of the page that the browser made, each once, those within templates and shadows too. */
export function readTree(): Part[] {
  const telling =
    /^(?:on.*|style|src|srcdoc|srcset|href|action|formaction|.*:href|data|poster|background|cite|ping|manifest|http-equiv)$/i
  const parts = new Map<string, Part>()
  const keep = (...part: Part) => parts.set(part.join(' '), part)
  const roots: Parent[] = [document]
  for (const root of roots) {
    for (const element of root.querySelectorAll('*')) {
      const name = element.localName.toLowerCase()
      keep(element.parentElement === document.head ? `head ${name}` : name, '', '')
      for (const { name: attribute, value } of element.attributes) {
        if (telling.test(attribute)) keep(name, attribute.toLowerCase(), value)
      }
      if (element.shadowRoot) roots.push(element.shadowRoot)
      if (name === 'template' && element.content) roots.push(element.content)
    }
  }
  return [...parts.values()]
}

/** Before anything of a page runs: tells of a vector that does, and of what a policy blocks or reports. */
export function noteRunning(): void {
  const tell: unknown = Reflect.get(globalThis, 'noteHit')
  const note = (what: string) => typeof tell === 'function' && Reflect.apply(tell, null, [what])
  Reflect.set(globalThis, 'hit', (number: unknown) => note(`vector ${String(number)} ran`))
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
    if (!blockedURI.endsWith('/favicon.ico')) note(`${violatedDirective}: ${blockedURI} ${sample}`)
  })
}

/** Returns the addresses of the site that a page leads to. */
export function listLinks(): string[] {
  return [...document.links].flatMap(({ origin, pathname, search }) =>
    origin === location.origin ? pathname + search : [],
  )
}

/** Sends a form as a page of the site would. */
export function submitForm({ path, form }: { path: string; form: [string, string][] }): void {
  const made = document.createElement('form')
  made.method = 'post'
  made.action = path
  for (const [name, value] of form) {
    const field = document.createElement('textarea')
    field.name = name
    field.value = value
    made.append(field)
  }
  document.body.append(made)
  made.submit()
}
