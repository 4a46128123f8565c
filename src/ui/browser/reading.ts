import { attach } from './attach.ts'
import { holdSending } from './hold-sending.ts'

attach('hold-sending', holdSending)
