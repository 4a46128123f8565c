/** Addresses that are a program, however they are spelt. */
const spelt = [
  'javascript:hit()',
  'JaVaScRiPt:hit()',
  ' javascript:hit()',
  '\u0001javascript:hit()',
  'java\tscript:hit()',
  'java\nscript:hit()',
  'java\rscript:hit()',
  'javascript\t:hit()',
  'javascript:\nhit()',
  'javascript://example.org/%0Ahit()',
  'javascript://example.org/%E2%80%A8hit()',
  'javascript:/*--></title></style></textarea></script>*/hit()',
  'javascript:void(hit())',
  'javascript:"<script>hit()</script>"',
  'feed:javascript:hit()',
  'view-source:javascript:hit()',
  'jar:javascript:hit()',
  'vbscript:hit()',
  'livescript:hit()',
  'data:text/html,<script>opener.hit()</script>',
  'data:text/html;charset=utf-7,+ADw-script+AD4-hit()',
  'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" onload="hit()"/>',
  'data:,hit()',
  'data:text/xml,<x xmlns="http://www.w3.org/1999/xhtml"><script>hit()</script></x>',
  'blob:javascript:hit()',
  'filesystem:javascript:hit()',
  '//other.test/hit()',
  '\\\\other.test\\hit()',
  'https:javascript:hit()',
]

/** The same, spelt in a way that only HTML reads. */
const speltInHtml = [
  '&#106;avascript:hit()',
  '&#x6A;avascript:hit()',
  '&#0000106avascript:hit()',
  'java&Tab;script:hit()',
  'java&NewLine;script:hit()',
  'javascript&colon;hit()',
  '&#1;javascript:hit()',
  '&#14; javascript:hit()',
  'javascript&#x3a;hit()',
  'javascript:hit&lpar;&rpar;//hit()',
]

/** The same, spelt in a way that only Markdown reads. */
const speltInMarkdown = ['javascript&colon;hit()', 'java\\script:hit()', 'javascript\\:hit()']

/** Elements of HTML that lead somewhere, or ask for something. */
const leading: ((address: string) => string)[] = [
  (address) => `<a href="${address}">hit()</a>`,
  (address) => `<a href='${address}'>hit()</a>`,
]

export const addresses = [
  ...spelt.map((address, at) => leading[at % 2]?.(address.replaceAll('"', '&quot;')) ?? ''),
  ...speltInHtml.map((address) => `<a href="${address}">hit()</a>`),
  '<a href=javascript:hit()>hit()</a>',
  '<a href="x" href="javascript:hit()" ping="javascript:hit()">hit()</a>',
  '<a xlink:href="javascript:hit()">hit()</a>',
  '<svg><a href="javascript:hit()"><text y=9>hit()</text></a></svg>',
  '<svg><a xlink:href="javascript:hit()"><text y=9>hit()</text></a></svg>',
  '<svg><a><animate attributeName=href values="javascript:hit()"/><text y=9>x</text></a></svg>',
  '<math href="javascript:hit()">hit()</math>',
  '<math><mi xlink:href="javascript:hit()">hit()</mi></math>',
  '<area shape=default href="javascript:hit()">',
  '<map name=m><area href="javascript:hit()"></map><img usemap=#m src=x>',
  '<form action="javascript:hit()"><button>hit()</button></form>',
  '<form><button formaction="javascript:hit()">hit()</button></form>',
  '<input type=image src=x formaction="javascript:hit()" form=f>',
  '<form id=f action="javascript:hit()"></form><button form=f>x</button>',
  '<img src="javascript:hit()">',
  '<img srcset="javascript:hit() 1x">',
  '<table background="javascript:hit()"><tr><td>x</td></tr></table>',
  '<blockquote cite="javascript:hit()">x</blockquote>',
  '<q cite="javascript:hit()">x</q>',
  '<a href="data:text/html;base64,PHNjcmlwdD5oaXQoKTwvc2NyaXB0Pg==">hit()</a>',
]

/** Links, pictures and references of Markdown. */
export const markdownAddresses = [
  ...spelt.map((address) => `[hit()](<${address.replaceAll(/[<>\n\r]/g, '')}>)`),
  ...speltInMarkdown.map((address) => `[hit()](${address})`),
  ...spelt.slice(0, 5).map((address) => `<${address.trim()}>`),
  '![hit()](javascript:hit())',
  '[![hit()](x)](javascript:hit())',
  '![hit()](x "onerror=hit()")',
  '![" onerror="hit()](x)',
  '![x](x" onerror="hit\\(\\)//hit())',
  '[hit()](https://example.org/"onclick="hit())',
  "[hit()](https://example.org/'onclick='hit())",
  '[hit()](https://example.org/ "x\\" onclick=\\"hit()")',
  '[hit()](https://example.org/ \'x" onfocus="hit()" autofocus="\')',
  '[hit()](<https://example.org/><img src=x onerror=hit()>)',
  '[hit()][1]\n\n[1]: javascript:hit()',
  '[hit()]\n\n[hit()]: <data:text/html,<script>hit()</script>>',
  '[hit()][x]\n\n[x]: https://example.org/ "\\"><script>hit()</script>"',
  '[a[b](javascript:hit())c](javascript:hit())',
  '[hit()](javascript&#58;hit&#40;&#41;)',
  '[hit()](&#x6A&#x61&#x76&#x61script:hit())',
  '<https://example.org/"onmouseover="hit()>',
  '<hit()@example.org"onclick="hit()>',
  'https://example.org/<img/src=x/onerror=hit()>',
  'www.example.org/"onmouseover="hit()',
]
