import { describe, expect, it } from 'vitest';
import { SHIPPED_GAZETTEER } from '../../../../electron/core/entities/shipped-gazetteer.ts';
import { elementCharacter } from '../../../../renderer/entities/element-character.ts';
import { elementNames } from '../../../../renderer/entities/element-names.ts';
import { nameOf } from '../../../../renderer/entities/name-of.ts';
import { wordsNow } from '../../../../renderer/words/use-words.ts';

const elements = SHIPPED_GAZETTEER.filter(({ kind }) => kind === 'element' || kind === 'metal');

describe('elements on screen', () => {
  it.each(elements.map(({ symbol = '', names }) => [symbol, names] as const))('%s is written as the gazetteer writes it', (symbol, names) => {
    expect(elementCharacter(symbol, 'zh-CN')).toBe(names['zh-Hans']);
    expect(elementCharacter(symbol, 'zh-TW')).toBe(names['zh-Hant']);
    expect(elementCharacter(symbol, 'zh-Hant-HK')).toBe(names['zh-Hant']);
    expect(elementCharacter(symbol, 'en')).toBe(symbol);
    expect(elementNames([symbol], wordsNow()).toLowerCase()).toBe(names['en']);
  });

  it('are said one after the other', () => {
    expect(elementNames(['Dy', 'Tb'], wordsNow())).toBe('Dysprosium, terbium');
    expect(elementNames(['Xx'], wordsNow())).toBe('Xx');
  });

  it('have the name of the interface, else the English one, with its language', () => {
    const baotou = { id: 'place:baotou', names: { en: 'Baotou', 'zh-Hans': '包头', 'zh-Hant': '包頭' } };
    expect(nameOf(baotou, 'zh-CN')).toEqual({ text: '包头', lang: 'zh-Hans' });
    expect(nameOf(baotou, 'en')).toEqual({ text: 'Baotou', lang: 'en' });
    expect(nameOf({ id: 'place:fen', names: { en: 'Fen' } }, 'zh-CN')).toEqual({ text: 'Fen', lang: 'en' });
    expect(nameOf({ id: 'company:own-1', names: { ja: '双日' } }, 'en')).toEqual({ text: '双日', lang: 'ja' });
  });
});
