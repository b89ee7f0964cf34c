const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** The elements of static SVG (SVG 1.1, SVG 2) that draw or describe, and filters whose cost has a bound. */
export const ELEMENTS = words(`
  svg g defs symbol use switch a title desc style view
  path rect circle ellipse line polyline polygon text tspan textPath image
  marker pattern linearGradient radialGradient stop clipPath mask
  filter feBlend feColorMatrix feComponentTransfer feComposite feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR
  feGaussianBlur feMerge feMergeNode feOffset
`);

/** What puts something on the page. */
export const MARKS = words("path rect circle ellipse line polyline polygon text image");

/** Properties of drawing, as attributes and in styles (SVG 2, 6.2 and C). */
export const PROPERTIES = words(`
  alignment-baseline baseline-shift clip clip-path clip-rule color color-interpolation color-interpolation-filters
  color-rendering cx cy direction display dominant-baseline fill fill-opacity fill-rule filter flood-color flood-opacity
  font font-family font-feature-settings font-kerning font-size font-size-adjust font-stretch font-style font-variant
  font-weight height image-rendering isolation letter-spacing line-height marker marker-end marker-mid marker-start mask
  mask-type mix-blend-mode opacity overflow paint-order r rx ry shape-rendering stop-color stop-opacity stroke
  stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width
  text-align text-anchor text-decoration text-rendering text-transform transform transform-box transform-origin
  unicode-bidi vector-effect visibility white-space width word-spacing writing-mode x y
`);

/** Attributes that say where and how; no browser takes an address or code from any of them. */
export const ATTRIBUTES = words(`
  amplitude aria-hidden aria-label class clipPathUnits d dir dx dy edgeMode exponent filterUnits fr fx fy
  gradientTransform gradientUnits id in in2 intercept k1 k2 k3 k4 lang lengthAdjust markerHeight markerUnits markerWidth
  maskContentUnits maskUnits mode offset operator orient pathLength patternContentUnits patternTransform patternUnits
  points preserveAspectRatio primitiveUnits refX refY requiredExtensions requiredFeatures result role rotate side slope
  spreadMethod startOffset stdDeviation systemLanguage tableValues textLength transform type values version viewBox
  x x1 x2 xml:lang xml:space y y1 y2
`);

/** Functions of values that compute, colour or move, and load nothing. */
export const FUNCTIONS = words(`
  blur brightness calc circle contrast drop-shadow ellipse grayscale hsl hsla hue-rotate inset invert matrix opacity
  polygon rgb rgba rotate saturate scale scalex scaley sepia skewx skewy translate translatex translatey url
`);
