import { expect, test } from 'vitest';
import { languageOfText } from '../../../electron/core/normalize/language.ts';

const FRENCH = 'Les prix de l’oxyde de dysprosium reculent';
const CHINESE = '氧化镝价格本周小幅回落，市场成交清淡';
const RUSSIAN = 'Цены на оксид диспрозия снизились';

test.each([
  ['what the server says is taken where the text is written so', FRENCH, 'fr-CA', 'fr-CA'],
  ['in another script too', RUSSIAN, 'ru', 'ru'],
  ['an eastern text takes its country from there', CHINESE, 'zh-TW', 'zh-TW'],
  ['a server that names its own of a Chinese text is not believed', CHINESE, 'en-US', 'zh'],
  ['nor of a Russian one', RUSSIAN, 'en', null],
  ['nor one that calls a French text Chinese', FRENCH, 'zh-CN', null],
  ['several languages name none', FRENCH, 'fr, en', null],
  ['what is no tag names none', FRENCH, 'french text', null],
  ['a text without a letter has none', '12 345', 'fr', null],
  ['without the header the script alone tells', CHINESE, null, 'zh'],
])('%s', (_, text, header, lang) => {
  expect(languageOfText(text, header)).toBe(lang);
});
