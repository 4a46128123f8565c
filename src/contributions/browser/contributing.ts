import { attach } from '../../ui/browser/attach.ts'
import { showLiveRedline } from './live-redline.ts'

attach('live-redline', showLiveRedline)
