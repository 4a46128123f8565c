import { svg } from '../../picture-files.ts'

const shape = '<rect width="40" height="20"/>'

/** What stands in a drawing and could run, load, move or lead elsewhere. */
const insides = [
  '<script>hit()</script>',
  '<script type="text/javascript"><![CDATA[hit()]]></script>',
  '<script href="data:text/javascript,hit()"/>',
  '<script xlink:href="data:text/javascript,hit()"/>',
  '<x:script xmlns:x="http://www.w3.org/2000/svg">hit()</x:script>',
  '<h:script xmlns:h="http://www.w3.org/1999/xhtml">hit()</h:script>',
  '<script xmlns="http://www.w3.org/1999/xhtml">hit()</script>',
  '<rect width="9" height="9" onclick="hit()" onload="hit()"/>',
  '<image href="x" onerror="hit()"/>',
  '<image href="//other.test/hit()" width="9" height="9"/>',
  "<image href=\"data:image/svg+xml,&lt;svg xmlns='http://www.w3.org/2000/svg' onload='hit()'/&gt;\"/>",
  '<a href="javascript:hit()"><rect width="9" height="9"/></a>',
  '<a xlink:href="javascript:hit()"><rect width="9" height="9"/></a>',
  '<a href="https://other.test/"><rect width="9" height="9"/></a>',
  '<a><animate attributeName="href" values="javascript:hit()"/><rect width="9" height="9"/></a>',
  '<a><set attributeName="xlink:href" to="javascript:hit()"/><text y="9">x</text></a>',
  '<animate attributeName="x" begin="0s" dur="1s" onbegin="hit()" onend="hit()"/>',
  '<animateTransform attributeName="transform" type="rotate" dur="1s" onbegin="hit()"/>',
  '<animateMotion path="M0,0" dur="1s" onbegin="hit()"/>',
  '<set attributeName="onclick" to="hit()"/>',
  '<handler type="text/ecmascript" ev:event="load" xmlns:ev="http://www.w3.org/2001/xml-events">hit()</handler>',
  '<foreignObject width="9" height="9"><iframe xmlns="http://www.w3.org/1999/xhtml" srcdoc="&lt;script&gt;top.hit()&lt;/script&gt;"/></foreignObject>',
  '<foreignObject width="9" height="9"><body xmlns="http://www.w3.org/1999/xhtml" onload="hit()"/></foreignObject>',
  '<foreignObject width="9" height="9"><img xmlns="http://www.w3.org/1999/xhtml" src="x" onerror="hit()"/></foreignObject>',
  "<use href=\"data:image/svg+xml,&lt;svg id='x' xmlns='http://www.w3.org/2000/svg' onload='hit()'/&gt;#x\"/>",
  '<use xlink:href="//other.test/hit().svg#x"/>',
  '<style>@import "//other.test/hit().css";</style>',
  '<style>rect{fill:url(//other.test/hit())}</style>',
  '<style>rect{background:\\75 rl(//other.test/hit())}</style>',
  '<style><![CDATA[</style><script>hit()</script>]]></style>',
  '<style>&lt;/style&gt;&lt;script&gt;hit()&lt;/script&gt;</style>',
  '<rect style="fill:url(//other.test/hit())" filter="url(//other.test/#x)" width="9" height="9"/>',
  '<title>&lt;/title&gt;&lt;script&gt;hit()&lt;/script&gt;</title>',
  '<desc><![CDATA[</desc><script>hit()</script>]]></desc>',
  '<metadata><script>hit()</script></metadata>',
  '<text y="9">&lt;script&gt;hit()&lt;/script&gt;</text>',
  '<text y="9">\u2028hit()\u202E</text>',
  '<switch><script>hit()</script></switch>',
  '<symbol id="x"><script>hit()</script></symbol><use href="#x"/>',
  '<link xmlns="http://www.w3.org/1999/xhtml" rel="stylesheet" href="//other.test/hit().css"/>',
  '<meta xmlns="http://www.w3.org/1999/xhtml" http-equiv="refresh" content="0;url=javascript:hit()"/>',
  '<filter id="f"><feImage href="//other.test/hit()"/></filter>',
  '<discard begin="0s" onbegin="hit()"/>',
  '<audio xmlns="http://www.w3.org/1999/xhtml" src="x" onerror="hit()"/>',
]

/** Whole drawings: what stands around their elements, or on the outermost. */
const wholes = [
  svg(shape, 'viewBox="0 0 40 20" onload="hit()"'),
  svg(shape, 'viewBox="0 0 40 20" onfocus="hit()" autofocus="" tabindex="0"'),
  svg(shape, 'viewBox="0 0 40 20" style="background:url(//other.test/hit())"'),
  svg(shape, 'viewBox="0 0 40 20" id="&quot;&gt;&lt;script&gt;hit()&lt;/script&gt;"'),
  svg(shape, 'viewBox="0 0 40 20" class="&quot; onload=&quot;hit()"'),
  `<?xml-stylesheet href="data:text/xsl,hit()" type="text/xsl"?>${svg(shape)}`,
  `<?xml-stylesheet href="//other.test/hit().css"?>${svg(shape)}`,
  `<!DOCTYPE svg [<!ENTITY x "<script>hit()</script>">]>${svg(`&x;${shape}`)}`,
  `<!DOCTYPE svg [<!ENTITY x SYSTEM "//other.test/hit()">]>${svg(`&x;${shape}`)}`,
  `<!DOCTYPE svg [<!ATTLIST svg onload CDATA "hit()">]>${svg(shape)}`,
  `<!--><script>hit()</script>-->${svg(shape)}`,
  `${svg(shape)}<script xmlns="http://www.w3.org/1999/xhtml">hit()</script>`,
  `<html><body onload="hit()">${svg(shape)}</body></html>`,
]

/** Each draws something too, so that it is kept where what it does not may stay is left out. */
export const drawings: readonly string[] = [
  ...insides.map((inside) => svg(`${shape}${inside}`)),
  ...wholes,
].map((drawing, at) => drawing.replaceAll('hit()', `hit(${9001 + at})`))
