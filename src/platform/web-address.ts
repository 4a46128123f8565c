/**
 * An http or https address with a host, without a password, and nothing in it that is not seen, or turns
 * the others around.
 */
export function isWebAddress(text: string): boolean {
  if (!/^https?:\/\/[^/\\]/i.test(text) || /[\s\p{C}]/u.test(text)) return false
  const address = URL.parse(text)
  return address !== null && address.username === '' && address.password === ''
}

/** Whether a host, as a URL has it, is this machine by its number or usual name: nobody is on the way there. */
export function isLoopback(hostname: string): boolean {
  return ['127.0.0.1', '[::1]', 'localhost'].includes(hostname)
}
