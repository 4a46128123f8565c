import type { Nodes } from 'mdast'
import type { Extension as Reading } from 'mdast-util-from-markdown'
import type { Options as Writing } from 'mdast-util-to-markdown'

/**
 * Addresses that are words, and no link: a backslash stands before the sign by which GFM knows an address. Its
 * extension looks for addresses once more in what was read, where backslashes are gone: such a sign begins a text of its
 * own, so that no address is found across it.
 */
export const readEscapedAddresses: Reading = {
  enter: {
    characterEscape(token) {
      const parent = this.stack.at(-1)
      const isOfAddress = /^\\[.:@]$/.test(this.sliceSerialize(token))
      if (isOfAddress && parent && 'children' in parent) {
        const siblings: Nodes[] = parent.children
        const position = { start: token.start, end: token.end }
        siblings.push({ type: 'text', value: '', position })
      }
      this.config.enter['data']?.call(this, token)
    },
  },
}

/** GFM's own looks for small letters only. */
export const writeEscapedAddresses: Writing = {
  unsafe: [
    {
      character: ':',
      before: '[PS]',
      after: '/',
      inConstruct: 'phrasing',
      notInConstruct: ['autolink', 'link', 'image', 'label'],
    },
  ],
}
