/**
 * Returns a plain text as paragraphs of lines: an empty line ends a paragraph, a line feed or a
 * typed `<br>` ends a line. Lines have no white space at their ends.
 */
export function plainLines(text: string): string[][] {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/<\/?br\s{0,9}\/?>/gi, '\n')
    .split(/\n[ \t]*(?:\n[ \t]*)+/)
    .map((paragraph) => paragraph.split('\n').map(tidyLine).filter(Boolean))
    .filter((lines) => lines.length > 0)
}

/** Returns whether nothing of the text can be seen. */
export function isEmptyText(text: string): boolean {
  return !/[^\s\u00AD\u200B-\u200F\u2060]/u.test(text)
}

function tidyLine(line: string): string {
  return line.replace(/[^\S\u00A0\u202F]+/gu, ' ').trim()
}
