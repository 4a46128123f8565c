import {parseHtml} from '/work/main/src/text/parse-html.ts'
import {readFileSync} from 'node:fs'
const t=performance.now()
const d=parseHtml(readFileSync('/work/shared/data/republique-numerique/bill.html','utf8'))
console.log(performance.now()-t, d.title,d.lang,d.dropped)
const c:Record<string,number>={}; for(const b of d.blocks)c[b.kind]=(c[b.kind]??0)+1
console.log(c, d.blocks.filter(b=>b.kind==='proposition').map(b=>b.number).join())
console.log(d.blocks.slice(0,4))
