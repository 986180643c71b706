/** How the characters sound by which Chinese writes foreign names; vowels are left out, as the writers of two languages hear them differently. */
const SOUNDS: Readonly<Record<string, string>> = {
  '': '阿埃艾奥厄伊欧尤亚雅耶约乌爱', p: '巴贝比博布伯帕佩皮普波鲍', pn: '班宾潘彭庞', t: '达德迪杜多戴塔特蒂图托泰', tn: '丹登丁顿敦坦滕廷汤',
  k: '卡克科库基凯古格加盖戈', kn: '坎肯康孔甘根贡', f: '法费菲弗福夫瓦韦维沃威', fn: '文温芬范冯', s: '萨塞西索苏斯赛沙舍谢希肖舒什兹扎泽齐佐祖茨察采奇切恰乔贾杰吉朱', sn: '桑森辛孙松申尚赞曾津詹琴钦',
  l: '拉雷里罗鲁勒利莱洛卢路劳尔列律', ln: '兰伦林朗隆连莲', n: '马玛梅米莫穆姆曼门蒙芒敏迈密摩纳娜内尼诺努讷恩安昂翁奈涅', h: '哈赫霍胡豪', hn: '汉亨洪',
};
const BY_CHARACTER = new Map(Object.entries(SOUNDS).flatMap(([sound, characters]) => Array.from(characters, (character) => [character, sound] as const)));
const WRITTEN_BY_SOUND = new RegExp(`[${[...BY_CHARACTER.keys()].join('')}]{3,}`, 'g');
/** Letters that are heard as one, in the order in which they are to be read. */
const HEARD: readonly (readonly [RegExp, string])[] = [
  [/^wr|^wh/g, 'f'], [/sch|ch|sh|tz|ts/g, 's'], [/ph/g, 'f'], [/th/g, 't'], [/ck|qu|kh|gh/g, 'k'], [/x/g, 'ks'], [/c(?=[eiy])/g, 's'], [/(?<=.)h/g, ''],
  [/[bp]/g, 'p'], [/[dt]/g, 't'], [/[gckq]/g, 'k'], [/[fvw]/g, 'f'], [/[szj]/g, 's'], [/[lr]/g, 'l'], [/[mn]/g, 'n'], [/[^ptkfslnh]/g, ''],
];
/** With fewer, one name in a hundred sounds like another. */
const LEAST = 3;
const MOST = 12;

function once(sound: string): string {
  return sound.replace(/(.)\1+/g, '$1');
}

function soundOf(name: string): string {
  return once(HEARD.reduce((heard, [letters, sound]) => heard.replace(letters, sound), name.normalize('NFD').replace(/[^a-z]/gi, '').toLowerCase()));
}

/**
 * The consonants of foreign names, so that Taganito and 塔甘尼托 are one: of Chinese those that are written by sound, else of `names`.
 * Each once, at most 12.
 */
export function soundsOf(text: string, names: readonly string[]): string[] {
  const written = [...text.matchAll(WRITTEN_BY_SOUND)].map(([run]) => once(Array.from(run, (character, at) => (at > 0 ? (BY_CHARACTER.get(character) ?? '').replace('h', '') : BY_CHARACTER.get(character))).join('')));
  return [...new Set([...written, ...names.map(soundOf)])].filter((sound) => sound.length >= LEAST).slice(0, MOST);
}
