export const browsers = ['firefox', 'edge', 'opera', 'chrome', 'safari', 'other'] as const
export const systems = ['android', 'ios', 'windows', 'macos', 'linux', 'chromeos', 'other'] as const

/** What kind of browser and system a session is used with: enough to recognise one's own, and no more. */
export type Device = {
  browser: (typeof browsers)[number]
  system: (typeof systems)[number]
}

/** In order: nearly every browser names those before it, too. */
const signsOfBrowsers: [RegExp, Device['browser']][] = [
  [/\bOPR\/|\bOpera\b/, 'opera'],
  [/\bEdgA?(?:iOS)?\//, 'edge'],
  [/\bFirefox\/|\bFxiOS\//, 'firefox'],
  [/\bChrom(?:e|ium)\/|\bCriOS\/|\bHeadlessChrome\//, 'chrome'],
  [/\bSafari\//, 'safari'],
]

const signsOfSystems: [RegExp, Device['system']][] = [
  [/\bAndroid\b/, 'android'],
  [/\b(?:iPhone|iPad|iPod)\b/, 'ios'],
  [/\bWindows\b/, 'windows'],
  [/\bMac OS X\b|\bMacintosh\b/, 'macos'],
  [/\bCrOS\b/, 'chromeos'],
  [/\bLinux\b|\bX11\b/, 'linux'],
]

export const unknownDevice: Device = { browser: 'other', system: 'other' }

/** Read from what a browser says of itself, which anybody can make it say. */
export function deviceOf(agent: string | undefined): Device {
  // An agent may be as long as a request's head: what tells stands within these.
  const said = agent?.slice(0, 500) ?? ''
  return {
    browser: signsOfBrowsers.find(([sign]) => sign.test(said))?.[1] ?? 'other',
    system: signsOfSystems.find(([sign]) => sign.test(said))?.[1] ?? 'other',
  }
}

/** The same of what the database keeps. */
export function toDevice(browser: string, system: string): Device {
  return {
    browser: browsers.find((known) => known === browser) ?? 'other',
    system: systems.find((known) => known === system) ?? 'other',
  }
}
