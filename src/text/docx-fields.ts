import type { Edit } from './edit-text.ts'
import { endOfTag, nameEdit, prefixOf, xmlAttribute, type XmlTag } from './xml-tags.ts'

/**
 * Returns how a simple field begins for mammoth, which reads the words of one, and the link only of a
 * field that begins and ends by signs of its own.
 */
export function openField(tag: XmlTag): Edit {
  if (!links(tag)) return nameEdit(tag, 'smartTag')
  const prefix = prefixOf(tag)
  const said = xmlAttribute(tag.tag, 'instr') ?? ''
  const instruction = said.replace(/[&<>]/g, (one) => `&#${one.codePointAt(0)};`)
  const element = `${prefix}instrText`
  const told = `<${prefix}r><${element}>${instruction}</${element}></${prefix}r>`
  const by = signOf(prefix, 'begin') + told + signOf(prefix, 'separate')
  return { start: tag.nameStart - 1, end: endOfTag(tag), by }
}

/** Returns how the field that `open` began ends. */
export function closeField(open: XmlTag, tag: XmlTag): Edit {
  if (!links(open)) return nameEdit(tag, 'smartTag')
  return { start: tag.nameStart - 2, end: endOfTag(tag), by: signOf(prefixOf(tag), 'end') }
}

function links({ kind, tag }: XmlTag): boolean {
  return kind === 'open' && /^\s*HYPERLINK\s/i.test(xmlAttribute(tag, 'instr') ?? '')
}

function signOf(prefix: string, type: string): string {
  return `<${prefix}r><${prefix}fldChar ${prefix}fldCharType="${type}"/></${prefix}r>`
}
