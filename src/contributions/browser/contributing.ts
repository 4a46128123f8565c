import { attach } from '../../ui/browser/attach.ts'
import { showLiveRedline } from './live-redline.ts'
import { takeWords } from './take-words.ts'

attach('choose-words', takeWords)
attach('live-redline', showLiveRedline)
