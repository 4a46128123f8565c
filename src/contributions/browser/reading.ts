import { attach } from '../../ui/browser/attach.ts'
import { chooseWords } from '../../ui/browser/choose-words.ts'

attach('choose-words', (element) => chooseWords(element))
