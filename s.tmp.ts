import {parseHtml} from '/work/main/src/text/parse-html.ts'
import {splitSentences} from '/work/main/src/text/sentences.ts'
import {readFileSync} from 'node:fs'
const d=parseHtml(readFileSync('/work/shared/data/republique-numerique/bill.html','utf8'))
const t=performance.now(); let n=0
for(const [i,b] of d.blocks.entries()){const s=splitSentences(b.text,'fr'); n+=s.length; if(process.argv[2]==='one'||s.length>1) console.log(i,s.map(r=>b.text.slice(r.start,r.end).replaceAll('\n','⏎').replaceAll('\u00a0','~')).map(x=>x.length>90?x.slice(0,45)+' ... '+x.slice(-40):x).join('\n     | '))}
console.error(d.blocks.length,n,performance.now()-t)
