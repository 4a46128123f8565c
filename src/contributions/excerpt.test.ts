import assert from 'node:assert/strict'
import { test } from 'node:test'
import { excerptOf } from './excerpt.ts'

const said = { explanation: null, link: null, place: null, wording: null }

function of(title: string | null, body: string): string {
  return excerptOf({ content: { ...said, title, body } })
}

test('an excerpt ends between words, or between characters where there is no space', () => {
  assert.equal(of('Un titre', 'Des *mots*.'), 'Un titre · Des mots.')
  assert.equal(of(null, 'mot, '.repeat(60)), `${'mot, '.repeat(28).trim().slice(0, -1)}…`)
  const astral = of(null, `a${'𠀀'.repeat(200)}`)
  assert.ok(astral.isWellFormed())
  assert.equal(astral.length, 140)
})
