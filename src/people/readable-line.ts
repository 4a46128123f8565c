/** Line breaks, control characters, and those that turn the direction of the words around them. */
const disruptive = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u
const sayable = /[\p{L}\p{N}]/u

/** Whether a name can stand in a line with others: something to read in it, and nothing that disturbs the rest. */
export function isReadableLine(text: string): boolean {
  return !disruptive.test(text) && sayable.test(text)
}
