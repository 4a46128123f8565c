import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'

const root = new URL('../', import.meta.url)
const text = readFileSync(new URL('SECURITY.md', root), 'utf8')

type Row = { numbers: string[]; met: string; how: string }

const rows: Row[] = text
  .split('\n')
  .filter((line) => /^\| \d/.test(line))
  .map((line) => {
    const [, asked = '', met = '', how = ''] = line.split('|').map((cell) => cell.trim())
    return { numbers: numbersIn(asked), met, how }
  })

/** `6.2.1–6.2.12` is twelve of them. */
function numbersIn(asked: string): string[] {
  return [...asked.matchAll(/(\d+\.\d+)\.(\d+)(?:–\d+\.\d+\.(\d+))?/g)].flatMap(
    ([, section = '', first = '', last = first]) =>
      Array.from(
        { length: Number(last) - Number(first) + 1 },
        (_, at) => `${section}.${Number(first) + at}`,
      ),
  )
}

/**
 * How many requirements of levels 1 and 2 each section of ASVS 5.0.0 has (its first ones: those of level 3 come after them):
 * from the standard's own table, docs_en of its repository.
 */
const sections: Record<string, number> = {
  '1.1': 2,
  '1.2': 9,
  '1.3': 11,
  '1.4': 3,
  '1.5': 2,
  '2.1': 3,
  '2.2': 3,
  '2.3': 4,
  '2.4': 1,
  '3.2': 2,
  '3.3': 4,
  '3.4': 6,
  '3.5': 5,
  '3.7': 2,
  '4.1': 3,
  '4.2': 1,
  '4.3': 2,
  '4.4': 4,
  '5.1': 1,
  '5.2': 3,
  '5.3': 2,
  '5.4': 3,
  '6.1': 3,
  '6.2': 12,
  '6.3': 4,
  '6.4': 4,
  '6.5': 5,
  '6.6': 3,
  '6.8': 4,
  '7.1': 3,
  '7.2': 4,
  '7.3': 2,
  '7.4': 5,
  '7.5': 2,
  '7.6': 2,
  '8.1': 2,
  '8.2': 3,
  '8.3': 1,
  '8.4': 1,
  '9.1': 3,
  '9.2': 4,
  '10.1': 2,
  '10.2': 2,
  '10.3': 4,
  '10.4': 11,
  '10.5': 5,
  '10.6': 2,
  '10.7': 3,
  '11.1': 2,
  '11.2': 3,
  '11.3': 3,
  '11.4': 4,
  '11.5': 1,
  '11.6': 1,
  '12.1': 3,
  '12.2': 2,
  '12.3': 4,
  '13.1': 1,
  '13.2': 5,
  '13.3': 2,
  '13.4': 5,
  '14.1': 2,
  '14.2': 4,
  '14.3': 3,
  '15.1': 3,
  '15.2': 3,
  '15.3': 7,
  '16.1': 1,
  '16.2': 5,
  '16.3': 4,
  '16.4': 3,
  '16.5': 3,
  '17.1': 1,
  '17.2': 4,
  '17.3': 2,
}

test('each requirement of levels 1 and 2 is answered once', () => {
  const wanted = Object.entries(sections).flatMap(([section, count]) =>
    Array.from({ length: count }, (_, at) => `${section}.${at + 1}`),
  )
  assert.deepEqual(rows.flatMap(({ numbers }) => numbers).toSorted(), wanted.toSorted())
})

test('what is met says where, and what is not says why', () => {
  for (const { numbers, met, how } of rows) {
    assert.ok(
      ['yes', 'partly', 'no', 'operator', 'none'].includes(met),
      `${numbers.join(', ')}: ${met}`,
    )
    if (met === 'yes' || met === 'partly' || met === 'no') assert.notEqual(how, '', String(numbers))
  }
})

test('every file that the list names is there', () => {
  const named = [...text.matchAll(/`((?:src|test|decisions|docs)\/[\w./-]+)`/g)].map(
    ([, path = '']) => path,
  )
  assert.ok(named.length > 100)
  const missing = [...new Set(named)].filter((path) => !existsSync(new URL(path, root)))
  assert.deepEqual(missing, [])
})
