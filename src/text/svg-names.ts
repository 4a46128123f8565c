import { wordSet } from './word-set.ts'

/** Elements that draw, and nothing that runs, moves, loads or leads elsewhere. */
export const drawnElements = wordSet(`
  svg g defs symbol use switch path rect circle ellipse line polyline polygon
  text tspan textPath title desc style image
  linearGradient radialGradient stop pattern clipPath mask marker
  filter feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting
  feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR
  feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting
  feSpotLight feTile feTurbulence
`)

/** Elements whose contents are drawn without them, and those that say nothing to whoever looks. */
export const unwrappedElements = wordSet('a')
export const unseenElements = wordSet('metadata sodipodi:namedview')

const presentation = `
  alignment-baseline baseline-shift clip-path clip-rule color color-interpolation
  color-interpolation-filters direction display dominant-baseline fill fill-opacity fill-rule filter
  flood-color flood-opacity font-family font-size font-stretch font-style font-variant font-weight
  letter-spacing lighting-color marker-end marker-mid marker-start mask opacity overflow paint-order
  shape-rendering stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap
  stroke-linejoin stroke-miterlimit stroke-opacity stroke-width text-anchor text-decoration
  text-rendering transform unicode-bidi vector-effect visibility word-spacing writing-mode
`

const others = `
  id class lang role aria-label aria-hidden
  x y x1 y1 x2 y2 cx cy r rx ry fx fy fr dx dy width height d points pathLength rotate
  viewBox preserveAspectRatio textLength lengthAdjust startOffset method spacing
  offset gradientUnits gradientTransform spreadMethod
  patternUnits patternContentUnits patternTransform clipPathUnits maskUnits maskContentUnits
  markerUnits markerWidth markerHeight refX refY orient
  filterUnits primitiveUnits in in2 result mode type values operator k1 k2 k3 k4 order kernelMatrix
  divisor bias targetX targetY edgeMode preserveAlpha surfaceScale diffuseConstant specularConstant
  specularExponent scale xChannelSelector yChannelSelector azimuth elevation limitingConeAngle
  stdDeviation radius baseFrequency numOctaves seed stitchTiles tableValues slope intercept amplitude
  exponent pointsAtX pointsAtY pointsAtZ z
`

/** Properties of a style that are attributes as well. */
export const presentationNames = wordSet(presentation)

/** Attributes by what `foldName` makes of the name of their property. */
export const drawnAttributes: ReadonlyMap<string, string> = new Map(
  [...presentationNames, ...wordSet(others)].map((name) => [foldName(name), name]),
)

/** Returns the same for `stroke-width` and `strokeWidth`. */
export function foldName(name: string): string {
  return name === 'className' ? 'class' : name.replaceAll('-', '').toLowerCase()
}
