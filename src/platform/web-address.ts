/**
 * An http or https address with a host, without a password, and nothing in it that is not seen, or turns
 * the others around.
 */
export function isWebAddress(text: string): boolean {
  if (!/^https?:\/\/[^/\\]/i.test(text) || /[\s\p{C}]/u.test(text)) return false
  const address = URL.parse(text)
  return address !== null && address.username === '' && address.password === ''
}
