import { attach } from '../../ui/browser/attach.ts'
import { chooseWords } from '../../ui/browser/choose-words.ts'
import { forgetOnSignOut, forgetReceived, listTexts } from './kept-texts.ts'

attach('choose-words', (element) => chooseWords(element))
attach('received', forgetReceived)
attach('sign-out', forgetOnSignOut)
// What is too old is forgotten wherever one comes by.
listTexts()
