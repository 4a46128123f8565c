import { attach } from '../../ui/browser/attach.ts'

attach('select-words', () => {})
