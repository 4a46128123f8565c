import type { Element, Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'

/** What a form sends of one control; `choices`: all that a list, ticks or buttons of that name offer. */
export type Field = { name: string; type: string; value: string; choices: string[] }

export type PageForm = {
  action: string
  method: 'get' | 'post'
  multipart: boolean
  fields: Field[]
}

export type ReadPage = { links: string[]; forms: PageForm[] }

/** What a reader can do from a page: its links, and its forms as a browser would send them. */
export function readPage(html: string): ReadPage {
  const all = elementsOf(fromHtml(html))
  return {
    links: all.flatMap((one) => (one.tagName === 'a' ? textOf(one, 'href') || [] : [])),
    forms: all.filter(({ tagName }) => tagName === 'form').map(readForm),
  }
}

function readForm(form: Element): PageForm {
  const controls = elementsOf(form).flatMap((one) => readControl(one) ?? [])
  const named = Map.groupBy(controls, ({ name }) => name)
  return {
    action: textOf(form, 'action'),
    method: textOf(form, 'method').toLowerCase() === 'post' ? 'post' : 'get',
    multipart: textOf(form, 'encType') === 'multipart/form-data',
    fields: [...named.values()].flatMap(chooseSent),
  }
}

/** Of ticks, lists and buttons what is chosen, or else the first; of other controls each. */
function chooseSent(controls: Field[]): Field[] {
  const [first] = controls
  if (!first || !['radio', 'checkbox', 'submit'].includes(first.type)) return controls
  const choices = controls.flatMap((control) => control.choices)
  const ticked = controls.filter(({ value }) => value !== '')
  const [value = choices[0] ?? ''] = ticked.map((control) => control.value)
  return [{ ...first, value, choices }]
}

function readControl(control: Element): Field | null {
  const name = textOf(control, 'name')
  if (name === '') return null
  const value = textOf(control, 'value')
  switch (control.tagName) {
    case 'input':
      return readInput(control, name, value)
    case 'button':
      return { name, type: 'submit', value: '', choices: [value] }
    case 'textarea':
      return { name, type: 'textarea', value: wordsOf(control), choices: [] }
    case 'select':
      return readList(control, name)
    default:
      return null
  }
}

function readInput(control: Element, name: string, value: string): Field {
  const type = textOf(control, 'type') || 'text'
  if (type !== 'radio' && type !== 'checkbox') return { name, type, value, choices: [] }
  const ticked = control.properties['checked'] === true
  return { name, type, value: ticked ? value : '', choices: [value || 'on'] }
}

function readList(control: Element, name: string): Field {
  const options = elementsOf(control).filter(({ tagName }) => tagName === 'option')
  const chosen = options.find(({ properties }) => properties['selected'] === true) ?? options[0]
  const choices = options.map((option) => textOf(option, 'value'))
  return { name, type: 'select', value: textOf(chosen, 'value'), choices }
}

function elementsOf(node: Root | Element): Element[] {
  return node.children.flatMap((child) =>
    child.type === 'element' ? [child, ...elementsOf(child)] : [],
  )
}

function wordsOf(node: Element): string {
  return node.children.map((child) => (child.type === 'text' ? child.value : '')).join('')
}

function textOf(element: Element | undefined, property: string): string {
  const value = element?.properties[property]
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
