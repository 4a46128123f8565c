import {splitSentences} from './src/text/sentences.ts'
import {readFileSync,readdirSync} from 'node:fs'
const seen=new Set<string>()
const t=performance.now(); let n=0,short=0
for(const f of readdirSync('/work/shared/data/reglement-an').filter(f=>f.endsWith('.md')))
for(const para of readFileSync('/work/shared/data/reglement-an/'+f,'utf8').split(/\n\n+/)){ if(para.startsWith('#')||seen.has(para))continue; seen.add(para)
 const text=para.trim().replace(/\s*\n\s*/g,'\n'); if(!text)continue
 const s=splitSentences(text,'fr').map(r=>text.slice(r.start,r.end)); n+=s.length
 s.forEach((x,i)=>{ const odd = x.trim().length<35 || /\b\p{Lu}\p{Ll}{0,3}\.\s*$/u.test(x) || (i>0&&!/^[«"(]?\s*[\p{Lu}]/u.test(x)) || /\b(al|art|n|p|cf|etc|chap)\.\s*$/.test(x)
  if(odd&&s.length>1) console.log(f.slice(0,4), JSON.stringify((s[i-1]??'').slice(-50)),'|',JSON.stringify(x.length>100?x.slice(0,60)+'…'+x.slice(-35):x),'|',JSON.stringify((s[i+1]??'').slice(0,40))) 
  // possible missed breaks
  const m=/[.!?]\s+\p{Lu}\p{Ll}+.{0,20}/u.exec(x.slice(12)); if(m) console.log('   MISSED?',JSON.stringify(x.slice(Math.max(0,m.index-18),m.index+45)))
 })}
console.error(n,performance.now()-t)
