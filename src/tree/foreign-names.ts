/** Names in SVG and MathML as the standard writes them (13.2.6.1): the parser and the tree know lower case only. */
const byLowerCase = (names: string): ReadonlyMap<string, string> =>
  new Map(names.split(' ').map((name) => [name.toLowerCase(), name]));

const SVG_TAGS = byLowerCase(
  'altGlyph altGlyphDef altGlyphItem animateColor animateMotion animateTransform clipPath feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence foreignObject glyphRef linearGradient radialGradient textPath',
);
const SVG_ATTRIBUTES = byLowerCase(
  'attributeName attributeType baseFrequency baseProfile calcMode clipPathUnits diffuseConstant edgeMode filterUnits glyphRef gradientTransform gradientUnits kernelMatrix kernelUnitLength keyPoints keySplines keyTimes lengthAdjust limitingConeAngle markerHeight markerUnits markerWidth maskContentUnits maskUnits numOctaves pathLength patternContentUnits patternTransform patternUnits pointsAtX pointsAtY pointsAtZ preserveAlpha preserveAspectRatio primitiveUnits refX refY repeatCount repeatDur requiredExtensions requiredFeatures specularConstant specularExponent spreadMethod startOffset stdDeviation stitchTiles surfaceScale systemLanguage tableValues targetX targetY textLength viewBox viewTarget xChannelSelector yChannelSelector zoomAndPan',
);
const WITH_PREFIX =
  /^(?:(xlink):(actuate|arcrole|href|role|show|title|type)|(xml):(lang|space)|(xmlns):(xlink)|(xmlns))$/;

export type ForeignNamespace = 'html' | 'svg' | 'mathml';

export const writtenTag = (tag: string, namespace: ForeignNamespace): string =>
  namespace === 'svg' ? (SVG_TAGS.get(tag) ?? tag) : tag;

export interface WrittenAttribute {
  /** Empty for names without a namespace of their own. */
  readonly prefix: string;
  readonly name: string;
}

export function writtenAttribute(name: string, namespace: ForeignNamespace): WrittenAttribute {
  if (namespace === 'html') return { prefix: '', name };
  const parts = WITH_PREFIX.exec(name);
  if (parts !== null) {
    return { prefix: parts[1] ?? parts[3] ?? parts[5] ?? '', name: parts[2] ?? parts[4] ?? parts[6] ?? 'xmlns' };
  }
  if (namespace === 'mathml') return { prefix: '', name: name === 'definitionurl' ? 'definitionURL' : name };
  return { prefix: '', name: SVG_ATTRIBUTES.get(name) ?? name };
}
