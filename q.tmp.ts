import {redline} from './src/text/index.ts'
const show=(a:string,b:string)=>console.log(redline(a,b).map(r=>r.op==='same'?r.text:(r.op==='del'?'[-':'{+')+r.text+(r.note?'~T':'')+(r.op==='del'?'-]':'+}')).join(''))
show("Le Premier ministre peut décider de la publication.","Le Premier ministre doit décider de la publication en ligne.")
show("L'article 7 de la loi n° 78-753 dit « oui ». Le reste demeure inchangé pour tous.","L’article 7 de la loi n°\u00a078-754 dit «\u00a0oui\u00a0». Tout autre chose est écrit dans ce texte-ci.")
show("1° les documents ;\n2° les bases ;\n3° les données.","1° les documents publics ;\n2° les bases de données ;\n3° les codes sources.")
show("mot: fin","mot\u00a0: fin"); show("","a b"); show("a","");show("Un décret en Conseil d'Etat fixe la liste.","Un décret en Conseil d'Etat fixe la liste. Il est pris après avis de la CNIL.")
for (const n of [2000,8000]) {const w=(s:number)=>Array.from({length:n},(_,i)=>'w'+((i*s)%9973)).join(' '); const t=performance.now(); redline(w(7),w(13)); console.log(n,performance.now()-t)}
