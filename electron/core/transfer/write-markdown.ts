import { toMdast } from 'hast-util-to-mdast';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { toMarkdown } from 'mdast-util-to-markdown';
import type { Root } from 'mdast';
import { stringify } from 'yaml';
import { isoTime, publishedText } from './exported-article.ts';
import type { ExportedArticle } from './exported-article.ts';
import { articleTree } from './html-tree.ts';

/** What is known of an article, as the front matter of Markdown; what is not known is left out. */
function frontMatter(article: ExportedArticle): Record<string, unknown> {
  const { title, outlet, authors, url, retrievedAt, savedAt, lang, tags, topics, note, highlights, sha256 } = article;
  const facts = {
    title, outlet, authors, url,
    published: publishedText(article),
    retrieved: isoTime(retrievedAt),
    saved: savedAt === null ? null : isoTime(savedAt),
    lang, tags, topics, note,
    highlights: highlights.map(({ quote, note: said, createdAt }) => ({ quote, ...(said !== '' && { note: said }), at: isoTime(createdAt) })),
    sha256,
  };
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)));
}

/** An article as CommonMark with tables (GFM) under front matter in YAML. `imageAt` says where an image lies, or null. */
export function toMarkdownFile(article: ExportedArticle, imageAt: (key: string) => string | null): string {
  const tree = toMdast(articleTree(article.html, imageAt)) as Root;
  const body = toMarkdown(tree, { extensions: [gfmTableToMarkdown()], bullet: '-', rule: '-', emphasis: '*' });
  const heading = toMarkdown({ type: 'heading', depth: 1, children: [{ type: 'text', value: article.title }] });
  return `---\n${stringify(frontMatter(article), { lineWidth: 0 })}---\n\n${heading}\n${body === '' ? `${article.summary}\n` : body}`;
}
