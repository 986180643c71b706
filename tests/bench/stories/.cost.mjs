import { mkdtempSync, rmSync } from 'node:fs';
const R='/work/wt/storyui/';
const { openStore } = await import(R+'electron/core/store/open-store.ts');
const { subscribe } = await import(R+'electron/core/store/feeds.ts').catch(()=>({}));
const { addFeed } = await import(R+'electron/core/store/feeds.ts'); const lib={follow:(s,{url})=>addFeed(s,{feedUrl:url,kind:'rss',facts:{title:'M',siteUrl:null,lang:'en'},folderId:null,title:null}),documentOf:(articles)=>({facts:{title:'M',siteUrl:null,lang:'en',wishes:null},articles,feedKind:'rss',validators:{etag:null,lastModified:null},bodyHash:String(Math.random()),permanentUrl:null,nextAt:Date.now()+3600000})};
const { storeDocument } = await import(R+'electron/core/store/store-document.ts');
const { labelledTexts } = await import(R+'tests/bench/stories/labelled-texts.ts');
const { storyMark, entityIds } = await import(R+'electron/core/stories/story-mark.ts');
const { createNameFinder } = await import(R+'electron/core/entities/name-finder.ts');
const { queuedStories } = await import(R+'electron/core/store/note-story.ts');
const { placeStory } = await import(R+'electron/core/store/place-story.ts');
const { normalizeFeed } = await import(R+'electron/core/normalize/normalize-feed.ts');
const { parseFeed } = await import(R+'electron/core/parse/parse-feed.ts').catch(()=>({}));
const texts = labelledTexts(R+'tests/fixtures/stories/');
const f = createNameFinder();
let rnd=7; const random=()=>(rnd=(rnd*1103515245+12345)%2147483648)/2147483648;
const now = Date.now();
const N=+process.argv[2]||4000, PER=40;
// every text in many variants: other numbers, names, days
const docs=[];
for(let d=0; d<N/PER; d++){ const items=[]; for(let i=0;i<PER;i++){ const t=texts[Math.floor(random()*texts.length)]; const k=Math.floor(random()*9000)+1000;
  const mix=texts[Math.floor(random()*texts.length)];
  const title=t.title.replace(/\d+/g,()=>String(Math.floor(random()*900)+10)); const body=(t.text+' '+mix.text).replace(/\d+/g,()=>String(Math.floor(random()*9000)+10));
  items.push({title,text:body,publishedAt:now-Math.floor(random()*50*86400000),guid:d+'-'+i+'-'+k}); }
 docs.push(items); }
const { deflateBody } = await import(R+'electron/core/normalize/body.ts');
const { searchTokens } = await import(R+'electron/core/normalize/search-tokens.ts');
const t0=performance.now();
const incoming = docs.map(items=>items.map(({title,text,publishedAt,guid})=>{ const named=f.namesOf({title,text,publishedAt}); return ({
 keys:{guid,url:null,content:guid}, title,url:'http://x.example/'+guid,publishedAt,placedAt:publishedAt,textLength:text.length,revision:guid,authors:[],tags:[],lang:'en',summary:text.slice(0,200),
 body:deflateBody('<p>'+text+'</p>'), images:[], enclosures:[], names:named, tokens: searchTokens({title,texts:[text],tags:[]}), story: storyMark({title,text,entities:entityIds(named)})});}));
console.log('prepared', ((performance.now()-t0)/N).toFixed(2),'ms each');
const plain = incoming.map(d=>d.map(({story,...r})=>r));
function run(docs){ const profile=mkdtempSync('/tmp/cost-'); const store=openStore({profile,now:Date.now}); let ms=0; 
 const feeds=docs.map((_,i)=>lib.follow(store,{url:'https://d'+i+'.example/feed'}).id);
 const cpu=()=>{const u=process.cpuUsage();return (u.user+u.system)/1000}; const s=cpu(); docs.forEach((d,i)=>store.transaction(()=>storeDocument(store,feeds[i],lib.documentOf(d),Date.now()))); ms=cpu()-s; return {store,ms,profile}; }
const a=[],b=[];let place=[];
for(let r=0;r<4;r++){ const x=run(plain); a.push(x.ms); x.store.close(); rmSync(x.profile,{recursive:true});
 const y=run(incoming); b.push(y.ms); 
 const s=performance.now(); let n=0; for(let ids=queuedStories(y.store,20);ids.length;ids=queuedStories(y.store,20)) y.store.transaction(()=>{for(const id of ids){placeStory(y.store,id);n++}}); place.push((performance.now()-s)/n);
 if(r===0) console.log('stories', y.store.get('select count(distinct story_id) n, count(story_id) c from statuses'));
 y.store.close(); rmSync(y.profile,{recursive:true}); }
const med=v=>v.toSorted((p,q)=>p-q)[1];
console.log('bare ms/article',(med(a)/N).toFixed(3),'with',(med(b)/N).toFixed(3),'ratio',(med(b)/med(a)).toFixed(3),'place ms',place.map(p=>p.toFixed(3)).join(' '), a.map(x=>x|0), b.map(x=>x|0));
const L=incoming.flat().map(a=>a.story.signature.length).toSorted((p,q)=>p-q); console.log('sig len',L[L.length>>1],L.at(-1));
for(const mode of ['sig','queue','both']){ const x=run(plain); const ids=x.store.all('select id from articles order by random()'); const sigs=incoming.flat().map(a=>a.story.signature);
 let i=0; const s=performance.now(); for(let k=0;k<ids.length;k+=40) x.store.transaction(()=>{ for(const {id} of ids.slice(k,k+40)){ if(mode!=='queue') x.store.run('INSERT INTO story_signatures (article_id, version, signature) VALUES (?1, ?2, ?3) ON CONFLICT (article_id) DO UPDATE SET version = ?2, signature = ?3', id, 1, sigs[i++]); if(mode!=='sig') x.store.run('INSERT OR IGNORE INTO story_queue (article_id) VALUES (?)', id);} });
 console.log(mode,((performance.now()-s)/ids.length*1000).toFixed(1),'us'); x.store.close(); }
