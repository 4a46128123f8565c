import { attach } from '../../ui/browser/attach.ts'
import { sayCharactersLeft } from './characters-left.ts'
import { showLiveRedline } from './live-redline.ts'
import { takeWords } from './take-words.ts'

attach('characters-left', sayCharactersLeft)
attach('choose-words', takeWords)
attach('live-redline', showLiveRedline)
