import { attach } from '../../ui/browser/attach.ts'
import { givePassageKeys } from './passage-keys.ts'
import { selectWords } from './select-words.ts'

attach('select-words', selectWords)
attach('passage-keys', givePassageKeys)
