import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from '../../test/properties.ts'
import { rememberTexts } from './remember.ts'

test('what is asked for again is not worked out again, and what waited longest is forgotten first', () => {
  const worked: string[] = []
  const of = rememberTexts(6, (text) => {
    worked.push(text)
    return text.toUpperCase()
  })
  for (const text of ['aa', 'bb', 'cc', 'aa', 'dd', 'aa', 'bb'])
    assert.equal(of(text), text.toUpperCase())
  assert.deepEqual(worked, ['aa', 'bb', 'cc', 'dd', 'bb'])
  assert.equal(of('longer than all'), 'LONGER THAN ALL')
  assert.equal(of('aa'), 'AA')
  assert.deepEqual(worked.slice(5), ['longer than all'])
})

test('it answers as the function does, and keeps no more than it may', () => {
  const texts = fc.array(fc.string({ maxLength: 4 }), { maxLength: 60 })
  fc.assert(
    fc.property(texts, fc.nat(12), (asked, most) => {
      const recent: string[] = []
      let fresh = false
      const of = rememberTexts(most, (text) => {
        fresh = true
        return text.length
      })
      for (const text of asked) {
        fresh = false
        assert.equal(of(text), text.length)
        assert.equal(fresh, !recent.includes(text))
        const at = recent.indexOf(text)
        if (at >= 0) recent.splice(at, 1)
        if (text.length > most) continue
        recent.push(text)
        while (recent.join('').length > most) recent.shift()
      }
    }),
  )
})
