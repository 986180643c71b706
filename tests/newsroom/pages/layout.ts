import { escape } from '../escape.ts';
import { iconLinks } from '../images/site-icon.ts';
import type { Outlet } from '../outlet.ts';

/** A whole page of an outlet: head, masthead, the given main part, footer with the contact block and a tracker. */
export function layout(outlet: Outlet, page: { readonly title: string; readonly head: string; readonly main: string }): string {
  const chinese = outlet.calendar.lang.startsWith('zh');
  const sections = chinese ? ['行情', '企业', '政策', '海外'] : ['Prices', 'Companies', 'Policy', 'Science'];
  return `<!doctype html>
<html lang="${outlet.calendar.lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(page.title)}</title>
${page.head}
${iconLinks(outlet)}
<script async src="/track/analytics.js"></script>
<style>
body{margin:0;font:17px/1.65 Georgia,"Noto Serif CJK SC",serif;color:#1b1e21;background:#fcfcfb}
header,nav,main,footer{max-width:760px;margin:0 auto;padding:0 20px}
header{padding-top:28px;border-bottom:3px solid ${outlet.accent}}header a{color:${outlet.accent};text-decoration:none}header p{margin:0 0 12px;color:#666;font-size:14px}
nav a{margin-right:18px;font-size:14px;color:#444}h1{line-height:1.25}img{max-width:100%;height:auto}figcaption,.date,.crumbs,.note{font-size:14px;color:#666}
table{border-collapse:collapse;width:100%;font-size:15px}th,td{border-bottom:1px solid #ddd;padding:6px 8px;text-align:left}
aside,.ad{margin:24px 0;padding:12px 16px;background:#f1f1ee;font-size:15px}.tags a{margin-right:10px;font-size:14px}
footer{margin-top:40px;padding:20px;font-size:14px;color:#555;border-top:1px solid #ddd}
</style>
</head>
<body>
<header><h2><a href="/">${escape(outlet.title)}</a></h2><p>${escape(outlet.tagline)}</p></header>
<nav aria-label="${chinese ? '栏目' : 'Sections'}">${sections.map((name, i) => `<a href="/section/${i + 1}">${name}</a>`).join('')}</nav>
${page.main}
<footer><address class="contact">${escape(outlet.contact)}</address><p>${chinese ? '本站所有公司、价格与事件均为虚构。' : 'All companies, prices and events on this site are invented.'}</p></footer>
<img src="/track/pixel.gif?page=${encodeURIComponent(page.title)}" width="1" height="1" alt="">
<script>for (const image of document.querySelectorAll('img[data-src]')) image.src = image.dataset.src;</script>
</body>
</html>
`;
}
