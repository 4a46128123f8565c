import {parseHtml,makeBlocks,redline,alignById,splitSentences,blockDigestInput,replaceSentences} from './src/text/index.ts'
import {readFileSync} from 'node:fs'
const html=readFileSync('/work/shared/data/republique-numerique/bill.html','utf8')
const time=(n:string,f:()=>unknown,k=20)=>{f();const t=performance.now();for(let i=0;i<k;i++)f();console.log(n,((performance.now()-t)/k).toFixed(2),'ms')}
time('parse bill 78 kB',()=>parseHtml(html))
const d=parseHtml(html); let i=0
time('makeBlocks bill',()=>makeBlocks(d.blocks,'fr',()=>'b'+i++))
const civil=readFileSync('/work/shared/data/code-civil/2010-01-01.md','utf8').split(/\n\n+/)
console.log(civil.length,'paras')
time('split code civil 1.1MB',()=>civil.map(p=>splitSentences(p,'fr')),1)
const bl=makeBlocks(civil.map(text=>({kind:'paragraph' as const,level:0,number:null,text,marks:[]})),'fr',()=>'c'+i++)
const shuffled=bl.toSorted((a,b)=>a.text<b.text?-1:1)
time('alignById same',()=>alignById(bl,bl),3); time('alignById shuffled',()=>alignById(bl,shuffled),3)
const long=bl.map(b=>b.text).toSorted((a,b)=>b.length-a.length)[0]!; const words=long.split(' ')
time('redline '+words.length+' words, 1 in 10 changed',()=>redline(long,words.map((w,k)=>k%10?w:'autre').join(' ')))
time('redline all bill paragraphs vs next',()=>d.blocks.map((b,k)=>redline(b.text,d.blocks[k+1]?.text??'')),3)
for(const n of [1000,5000,20000]){const a='mot '.repeat(n),c=Array.from({length:n},(_,k)=>'x'+k).join(' '); time('hostile '+n,()=>redline(a,c),1)
 const e='I. '.repeat(n); time('split hostile '+n,()=>splitSentences(e,'fr'),1); time('split hostile2 '+n,()=>splitSentences('M. A '.repeat(n),'fr'),1);time('html hostile '+n,()=>parseHtml('<b>'.repeat(500)+'x<i>'.repeat(0)+('y<br>').repeat(n)),1);
 time('nfc html '+n,()=>parseHtml('<p>'+'e\u0301 <b>x</b>'.repeat(n)),1)}
