import { picturePath, storyPath } from '../addresses.ts';
import { storyHtml } from '../body.ts';
import { dateLine, rfc3339 } from '../dates.ts';
import { escape } from '../escape.ts';
import type { FeedSource } from '../feeds/feed-source.ts';
import type { Story } from '../story.ts';
import { layout } from './layout.ts';

/** A story's page, with what real pages put round the text: crumbs, date line, tags, advert, related news, contact. */
export function articlePage(source: FeedSource, story: Story): string {
  const { outlet, stories, origin, origins } = source;
  const chinese = outlet.calendar.lang.startsWith('zh');
  const say = (english: string, hanzi: string): string => (chinese ? hanzi : english);
  const url = origin + storyPath(outlet, story);
  const facts = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: story.title,
    datePublished: rfc3339(story.publishedAt, outlet.calendar),
    dateModified: rfc3339(story.updatedAt, outlet.calendar),
    author: { '@type': 'Person', name: story.author },
    publisher: { '@type': 'Organization', name: outlet.title },
  };
  const related = stories.filter((other) => other.slug !== story.slug && other.tags.some((tag) => story.tags.includes(tag))).slice(0, 4);
  const head = `<link rel="canonical" href="${escape(url)}">
<meta property="og:type" content="article"><meta property="og:title" content="${escape(story.title)}"><meta property="og:site_name" content="${escape(outlet.title)}">
<meta property="article:published_time" content="${facts.datePublished}">
${story.picture === null ? '' : `<meta property="og:image" content="${escape(origin + encodeURI(picturePath(outlet, story.picture)))}">`}
<meta name="description" content="${escape(story.summary)}">
<script type="application/ld+json">${JSON.stringify(facts).replaceAll('<', '\\u003c')}</script>`;
  const main = `<main>
<p class="crumbs"><a href="/">${say('Home', '首页')}</a> / <a href="/section/1">${say('News', '新闻')}</a> / ${escape(story.tags[0] ?? say('All', '全部'))}</p>
<article>
<h1>${escape(story.title)}</h1>
<p class="date">${dateLine(story.publishedAt, outlet.calendar)} ${escape(story.author)} · ${say('Source', '来源')}: ${escape(outlet.title)}</p>
<div class="article-body">
${storyHtml(outlet, story, origin, origins)}
</div>
<p class="tags">${story.tags.map((tag) => `<a href="/tag/${encodeURIComponent(tag)}" rel="tag">${escape(tag)}</a>`).join('')}</p>
</article>
<div class="ad" role="complementary"><strong>${say('Advertisement', '广告')}</strong> ${say('The Port Arden Rare Earth Week, early seats until Friday.', '稀土产业年会火热报名中，扫码领取会刊。')} <a href="/ads/click?id=7">${say('Book', '报名')}</a></div>
<aside><h2>${say('Related news', '相关阅读')}</h2><ul>${related.map((other) => `<li><a href="${escape(storyPath(outlet, other))}">${escape(other.title)}</a></li>`).join('')}</ul></aside>
<aside class="note">${say('Subscribe to view our full price history.', '数据来源声明：除公开信息外，其余数据由编辑部整理，仅供参考。')}</aside>
</main>`;
  return layout(outlet, { title: `${story.title} - ${outlet.title}`, head, main });
}
