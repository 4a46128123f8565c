import { attach } from '../../ui/browser/attach.ts'
import { sayCharactersLeft } from './characters-left.ts'
import { keepTyped } from './keep-typed.ts'
import { forgetOnSignOut, forgetReceived } from './kept-texts.ts'
import { showLiveRedline } from './live-redline.ts'
import { takeWords } from './take-words.ts'

attach('characters-left', sayCharactersLeft)
attach('choose-words', takeWords)
attach('live-redline', showLiveRedline)
attach('received', forgetReceived)
attach('sign-out', forgetOnSignOut)
// Last: a text that is taken up is typed anew, and what follows the typing must listen by then.
attach('keep-typed', keepTyped)
