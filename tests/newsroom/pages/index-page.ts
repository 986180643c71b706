import type { Origins } from '../addresses.ts';
import { escape } from '../escape.ts';
import type { Outlet } from '../outlet.ts';

const FORMATS: Readonly<Record<Outlet['format'], string>> = {
  rss2: 'RSS 2.0',
  'rss2-gbk': 'RSS 2.0, GBK',
  'rss2-summary': 'RSS 2.0, summaries',
  rdf: 'RSS 1.0',
  atom: 'Atom',
  json: 'JSON Feed',
  none: '',
};

/** The newsroom's own front page: its outlets, and buttons that make news and trouble. */
export function indexPage(outlets: readonly Outlet[], origins: Origins, count: (outletId: string) => number): string {
  const rows = outlets.map((outlet) => {
    const origin = origins(outlet.id);
    const feed = outlet.feedPath === '' ? 'no feed, a dated list' : `<a href="${origin}${outlet.feedPath}">${FORMATS[outlet.format]}</a>`;
    const button = (words: string, body: object): string => `<button data-body="${escape(JSON.stringify({ outlet: outlet.id, ...body }))}">${words}</button>`;
    return `<tr><td><a href="${origin}/" lang="${outlet.calendar.lang}">${escape(outlet.title)}</a><br><small>${escape(outlet.tagline)}</small></td><td>${escape(outlet.folder.join(' / '))}</td><td>${feed}</td><td>${count(outlet.id)}</td><td>${button('Publish', { do: 'publish' })} ${button('Slow', { do: 'slow', ms: 5000 })} ${button('Fail', { do: 'fail', fault: { kind: 'status', status: 503 } })} ${outlet.feedPath === '' ? button('New shape', { do: 'reshape', shape: 'cards' }) : ''} ${button('Go dark', { do: 'dark' })} ${button('Recover', { do: 'recover' })}</td></tr>`;
  });
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>The newsroom</title>
<style>body{font:15px/1.5 system-ui,"Noto Sans CJK SC",sans-serif;max-width:1180px;margin:32px auto;padding:0 20px;color:#1b1e21}table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:8px;border-bottom:1px solid #ddd;vertical-align:top}small,p{color:#555}button{font:inherit;font-size:13px;white-space:nowrap}output{display:block;min-height:24px}</style></head>
<body><h1>The newsroom</h1>
<p>A small news world on this computer, for trying Monazite with no network. Everything in it is invented. <a href="/opml">All feeds as OPML</a></p>
<table><thead><tr><th>Outlet</th><th>Folder</th><th>Feed</th><th>Stories</th><th>Make it</th></tr></thead><tbody>${rows.join('\n')}</tbody></table>
<p><button data-body='{"do":"dark"}'>All go dark</button> <button data-body='{"do":"recover"}'>All recover</button></p><output></output>
<script>addEventListener('click',async e=>{const b=e.target.closest('button[data-body]');if(!b)return;const r=await fetch('/control',{method:'POST',headers:{'content-type':'application/json'},body:b.dataset.body});const a=await r.json();document.querySelector('output').textContent=a.published?'Published: '+a.published.title:a.error??'Done'})</script>
</body></html>
`;
}
