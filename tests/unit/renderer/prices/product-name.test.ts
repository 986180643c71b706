import { expect, test } from 'vitest';
import { productName } from '../../../../renderer/prices/product-name.ts';
import { createFormats } from '../../../../renderer/words/formats.ts';

test.each([
  ['words:45uh', '45UH'],
  ['words:n38 blanks', 'N38 blanks'],
  ['words:42sh毛坯', '42SH毛坯'],
  ['words:blocks of 40 mm', 'Blocks of 40 mm'],
])('%s is called %s, with the grade as it is written', (product, name) => {
  expect(productName({ product, names: { und: product.slice('words:'.length) } }, { format: createFormats('en') })).toBe(name);
});
