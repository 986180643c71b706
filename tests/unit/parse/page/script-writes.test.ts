import { describe, expect, it } from 'vitest';
import { openScriptWrites } from '../../../../electron/core/parse/page/script-writes.ts';

const LINK = '<a href="/1">One</a>';
/** What stands behind the script that writes. */
const written = (script: string) => openScriptWrites(`<p><script>${script}</script></p>`).split('</script>')[1]?.replace('</p>', '').trim();

describe('what a script writes into its page', () => {
  it.each([
    [`document.write('${LINK}')`, LINK],
    [`document.writeln("<a href=\\"/1\\">One<\\/a>");`, LINK],
    [`document . write ( '<a href="/1">' + "One" , '</a>' );`, LINK],
    ['document.write(`<a\nhref="/1">One</a>`)', '<a href="/1">One</a>'],
    [String.raw`document.write('<a href="/1">\u4e00\-\x41</a>')`, '<a href="/1">一-A</a>'],
    [`document.write("<ul>");\ndocument.write('${LINK}');document.write("</ul>")`, `<ul>\n${LINK}\n</ul>`],
  ])('%s stands in it', (script, expected) => {
    expect(written(script)).toBe(expected);
  });

  it.each([
    ['holds no link', 'document.write("<p>Words</p>")'],
    ['is made of what is not written out', `document.write("<a href='" + url + "'>One</a>")`],
    ['is a template with gaps', 'document.write(`<a href="${url}">One</a>`)'],
    ['fetches another script', `document.write('${LINK}<script src="/x.js"><\\/script>')`],
    ['does not end', `document.write('${LINK}`],
    ['has nothing in it', 'document.write()'],
    ['is a comment', `// document.write('${LINK}')`],
    ['is of something else', `mydocument.write('${LINK}')`],
  ])('does not where it %s', (_why, script) => {
    const page = `<p><script>${script}</script></p>`;
    expect(openScriptWrites(page)).toBe(page);
  });

  it('is not looked for in a script that is fetched', () => {
    const page = `<script src="/x.js">document.write('${LINK}')</script>`;
    expect(openScriptWrites(page)).toBe(page);
  });

  it('is all that a file of such lines holds', () => {
    expect(openScriptWrites(`\ufeffdocument.write('<li>${LINK}</li>');\ndocument.write("<li>Two</li>");`)).toBe(`<li>${LINK}</li>\n<li>Two</li>\n`);
  });

  it('is come to an end with, whatever it is', () => {
    for (const part of ['document.write("', "document.write('", 'document.write("a"+', 'document.write("\\', '<script>document.write("<a href=', '<script ', 'document.write(`${']) {
      const start = performance.now();
      openScriptWrites(`<script>${part.repeat(60_000)}</script>`);
      openScriptWrites(part.repeat(60_000));
      expect(performance.now() - start).toBeLessThan(2000);
    }
  });
});
