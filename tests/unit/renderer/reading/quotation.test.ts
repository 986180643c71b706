import { describe, expect, it } from 'vitest';
import { quotationOf } from '../../../../renderer/reading/quotation.ts';

const ARTICLE = { title: 'Ore & <oxide>', feedTitle: 'Oxide & Alloy', publishedDay: '2026-11-18', sortAt: 0, url: 'https://oxide.example/a?b=1&c="2"', summary: '' };
const words = { t: ((key: string, values: Record<string, string>) => (key === 'quotation.words' ? `“${values['words']}”` : [values['title'], values['source'], values['date']].join(', '))) as never };

describe('quotationOf', () => {
  it('gives the passage, its source and its address on a line each', () => {
    expect(quotationOf(ARTICLE, 'Prices rose.', words).text).toBe('“Prices rose.”\nOre & <oxide>, Oxide & Alloy, 2026-11-18\nhttps://oxide.example/a?b=1&c="2"');
  });

  it('escapes what it puts into HTML', () => {
    expect(quotationOf(ARTICLE, '<b>1 < 2</b>', words).html).toBe(
      '<blockquote cite="https://oxide.example/a?b=1&amp;c=&quot;2&quot;"><p>&lt;b&gt;1 &lt; 2&lt;/b&gt;</p></blockquote>'
      + '<p><a href="https://oxide.example/a?b=1&amp;c=&quot;2&quot;">Ore &amp; &lt;oxide&gt;, Oxide &amp; Alloy, 2026-11-18</a></p>',
    );
  });

  it('leaves the address out where there is none, and takes the day that the clock shows where no day was written', () => {
    const { text } = quotationOf({ ...ARTICLE, url: null, publishedDay: null, sortAt: new Date(2026, 0, 5, 23, 59).getTime() }, 'x', words);
    expect(text).toBe('“x”\nOre & <oxide>, Oxide & Alloy, 2026-01-05');
  });
});
