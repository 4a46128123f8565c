import { test } from 'node:test'
import { hostileTasks } from '../../test/hostile-tasks.ts'
import { hostileTexts } from '../../test/hostile-texts.ts'

for (const [name, make] of Object.entries(hostileTexts))
  test(`${name}: read, split, compared, carried and merged without a fault`, () => {
    for (const [, work] of hostileTasks(make())) work()
  })
