import { describe, expect, it } from 'vitest';
import { joinAddress, maskedParts, publicAddress, quotedAddress, splitAddress, withoutSecrets } from '../../../electron/core/secret-address.ts';

describe('an address', () => {
  it.each([
    ['https://ann:p%20w@site.example/feed', 'https://site.example/feed', {}, { user: 'ann', password: 'p w' }],
    ['https://site.example/feed?apikey=Zk3', 'https://site.example/feed?apikey=***', { apikey: 'Zk3' }, null],
    ['https://site.example/feed?a=1&token=x%2By&b=2', 'https://site.example/feed?a=1&token=***&b=2', { token: 'x%2By' }, null],
    ['https://site.example/feed?feed_token=q&access_token=r', 'https://site.example/feed?feed_token=***&access_token=***', { feed_token: 'q', access_token: 'r' }, null],
    ['https://site.example/feed?token=a&token=b', 'https://site.example/feed?token=***&token=***', { token: 'a', 'token:2': 'b' }, null],
    ['https://site.example/feed?oauth_token=q&subscription-key=8f3a91c2d7', 'https://site.example/feed?oauth_token=***&subscription-key=***', { oauth_token: 'q', 'subscription-key': '8f3a91c2d7' }, null],
    ['https://site.example/feed?sig=8f3a91c2d7&X-Amz-Signature=0a', 'https://site.example/feed?sig=***&X-Amz-Signature=***', { sig: '8f3a91c2d7', 'X-Amz-Signature': '0a' }, null],
    ['https://site.example/feed?key=8f3a91c2d7', 'https://site.example/feed?key=***', { key: '8f3a91c2d7' }, null],
  ])('is parted from what is secret in it: %s', (whole, address, parts, login) => {
    expect(splitAddress(whole)).toEqual({ address, parts, login });
    expect(publicAddress(whole)).toBe(address);
    expect(joinAddress(address, parts)).toBe(login ? address : whole);
  });

  it.each(['https://site.example/feed?key=rare-earths', 'https://site.example/?key=12', 'https://site.example/rss?feed=rss2&cat=dysprosium', 'https://site.example/a=b/@c', 'https://site.example/?token=', 'https://site.example/?id=a%zz'])(
    'that holds nothing secret stays as it is: %s',
    (address) => {
      expect(publicAddress(address)).toBe(address);
      expect(splitAddress(address).parts).toEqual({});
    },
  );

  it('with parts that nobody knows any more cannot be asked for', () => {
    expect(joinAddress('https://site.example/?token=***', {})).toBeNull();
    expect(joinAddress('https://site.example/?token=***2', { token: 'a' })).toBe('https://site.example/?token=a');
    expect(maskedParts('https://site.example/?token=***&x=1&apikey=***')).toEqual(['token', 'apikey']);
  });

  it('whose path lacks a key is asked for once that is known', () => {
    const address = 'https://site.example/feed/***/news';
    expect(maskedParts(address)).toEqual(['path']);
    expect(joinAddress(address, {})).toBeNull();
    expect(joinAddress(address, { path: 'Zk3' })).toBe('https://site.example/feed/Zk3/news');
    expect(withoutSecrets('no answer from https://site.example/feed/5f3a91c2d7e84b60a1f2c3d4e5b6a798/news')).toBe('no answer from https://site.example/feed/***/news');
    // It is kept and asked for whole.
    expect(splitAddress('https://site.example/feed/5f3a91c2d7e84b60a1f2c3d4e5b6a798/news').parts).toEqual({});
  });

  it('is quoted in messages without its secrets, be it an address or not', () => {
    expect(withoutSecrets('htps://ann:geheim@site.example/x?token=abc&n=1#y')).toBe('htps://site.example/x?token=***&n=1#y');
    expect(withoutSecrets('rare earths?')).toBe('rare earths?');
    expect(withoutSecrets("//div[@class='row']//a[@href]")).toBe("//div[@class='row']//a[@href]");
    expect(withoutSecrets('see //ann:geheim@site.example and https://ann:gehe[@site.example')).toBe('see //site.example and https://site.example');
    expect(withoutSecrets('Prices: ask desk@site.example')).toBe('Prices: ask desk@site.example');
  });

  it('that is none is quoted without what might be a password', () => {
    expect(quotedAddress('https://ann:ge/he im@site.example:99999/x')).toBe('https://site.example:99999/x');
    expect(quotedAddress('ann:geheim@site example/x')).toBe('site example/x');
    expect(quotedAddress('https://site.example:99999/a?b=1?token=abc#c&apikey=def')).toBe('https://site.example:99999/a?b=1?token=***#c&apikey=***');
    expect(quotedAddress('https://site.example:8080/@ann')).toBe('https://site.example:8080/@ann');
  });

  it('of any length is read in time that grows with it', () => {
    const hostile = `https://x.example/?${'key=aaaaaaaaaaaaaaa-'.repeat(400)}&${'/'.repeat(2000)}//${'a@'.repeat(1000)}`;
    expect(splitAddress(hostile).login).toBeNull();
    expect(withoutSecrets(hostile).length).toBeGreaterThan(100);
  });
});
