import { Random } from '../../fuzz/random.ts';

/** Words in the order of how often they are used; the n-th is drawn with the weight 1 / n (Zipf). */
export interface Vocabulary {
  readonly words: readonly string[];
  draw(random: Random): string;
}

const COMMON = 'the of to and in a for is on that by this with said as from at it was be are has an have will its which or more new than were been not their year also company million percent after their about would other up two they who had but market first over could its production government into export price last can global supply between months our under while demand china mine per plant week during billion industry report'.split(' ');
const FIELD = 'rare earth oxide neodymium praseodymium dysprosium terbium magnet metal separation concentrate quota licence controls export processing refinery Lynas Baotou Ganzhou MOFCOM NdPr cerium lanthanum yttrium gallium germanium antimony tungsten offtake permit tonnes NdFeB Dy2O3 Tb4O7 rare-earth heavy-rare-earth'.split(' ');
const SYLLABLES = 'al an ar as ba ca ce co con de di do en er es ex fi for ga gen ge gra ha hi im in ing ion is ite ka ker la le li lo ly ma men mi mo na ne ni no ol or pa per po pre pro qua ra re ri ro sa se si so sta su ta te ter ti tion to tra ul un ur va ve vi wa za'.split(' ');
const FIELD_ZH = '稀土 氧化镝 镨钕 出口管制 挂牌价 磁材 配额 中重稀土 北方稀土 氧化铽 包头 赣州 商务部 公告 冶炼分离 开采 钕铁硼 镝铁 氧化镨钕 金属镨钕 镓 锗 锑 钨 收储 许可证 两用物项 永磁 公司 市场 价格 上涨 下跌 万元 同比 环比 亿元 项目 产能 企业 中国 美国 发布 表示 增长 需求 供应 我们 以及 目前 进行 没有 可以 这个 一个 问题 发展 经济 政府 国家 技术 生产 产品 投资 建设 资源 管理 工作 国际 合作 影响 提高 主要 相关 其中 去年 今年 月份 数据 显示'.split(' ');

function zipf(words: readonly string[]): Vocabulary {
  const sums = new Float64Array(words.length);
  let sum = 0;
  for (let n = 0; n < words.length; n++) sums[n] = sum += 1 / (n + 2);
  return {
    words,
    draw(random) {
      const wanted = (random.int(2 ** 30) / 2 ** 30) * sum;
      let low = 0;
      let high = words.length - 1;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((sums[middle] ?? 0) < wanted) low = middle + 1;
        else high = middle;
      }
      return words[low] ?? '';
    },
  };
}

/** 40,000 English words: the commonest as they are, those of the field among the first thousand, the rest made of syllables. */
export function english(seed: number): Vocabulary {
  const random = new Random(seed);
  const words = new Set(COMMON);
  const made = (): string => Array.from({ length: 2 + random.int(3) }, () => random.pick(SYLLABLES)).join('');
  while (words.size < 200) words.add(made());
  for (const word of FIELD) {
    words.add(word);
    for (let n = 0; n < 12; n++) words.add(made());
  }
  while (words.size < 40_000) words.add(made());
  return zipf([...words]);
}

/** 30,000 Chinese words of one to four characters, whose characters are used as unevenly as words are. */
export function chinese(seed: number): Vocabulary {
  const random = new Random(seed);
  const characters = zipf(Array.from({ length: 3500 }, (_, n) => String.fromCodePoint(0x4e00 + ((n * 5003) % 20_000))));
  const words = new Set(['的', '是', '在', '了', '和', '为', '与', '对', '将', '中']);
  const lengths = [1, 2, 2, 2, 2, 2, 3, 4];
  for (const word of FIELD_ZH) {
    words.add(word);
    words.add(Array.from({ length: random.pick(lengths) }, () => characters.draw(random)).join(''));
  }
  while (words.size < 30_000) words.add(Array.from({ length: random.pick(lengths) }, () => characters.draw(random)).join(''));
  return zipf([...words]);
}

/** A text of so many bytes of UTF-8, in sentences. */
export function prose(vocabulary: Vocabulary, random: Random, bytes: number, isChinese: boolean): string {
  let text = '';
  let size = 0;
  let left = 0;
  while (size < bytes) {
    if (left === 0) {
      const end = isChinese ? '。' : '. ';
      if (text !== '') text += end;
      left = 8 + random.int(14);
    }
    const word = random.chance(0.03) ? (random.chance(0.3) ? `${1 + random.int(900)},${String(random.int(1000)).padStart(3, '0')}` : String(random.int(3000))) : vocabulary.draw(random);
    text += isChinese ? word : `${word} `;
    if (isChinese && left % 6 === 0) text += '，';
    size += isChinese ? word.length * 3 : word.length + 1;
    left--;
  }
  return text.trim();
}
