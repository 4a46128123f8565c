import { attach } from '../../ui/browser/attach.ts'
import { askForPasskey, makePasskey, sayNoScript } from './ask-device.ts'

attach('use-passkey', askForPasskey)
attach('make-passkey', makePasskey)
attach('no-passkey', sayNoScript)
