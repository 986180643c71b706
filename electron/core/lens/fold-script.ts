/** Traditional characters of the words that figures are told with, and the simplified ones that the rules are written in. */
const PAIRS =
  '萬万億亿噸吨個个實实現现產产業业營营長长達达過过佔占與与從从產产額额價价漲涨跌跌幣币積积項项總总資资準准條条歲岁創创應应開开關关權权業业機机電电動动樓楼號号級级團团國国際际計计劃划間间時时點点場场內内區区縣县單单雙双倉仓質质類类種种處处調调將将約约較较漲涨減减縮缩擴扩壓压節节耗耗輕轻測测報报價价購购銷销貨货貿贸進进歐欧鎊镑盧卢韓韩紐纽臺台數数據据統统計计顯显預预測测達达標标准准給给買买賣卖債债務务費费稅税潤润淨净損损虧亏綜综合合續续環环則则僅仅隻只輛辆萬万頃顷畝亩裏里華华東东貧贫戶户員员專专職职農农鎮镇鄉乡課课題题發发佈布執执行行決决議议規规範范圍围暫暂緩缓實实檢检驗验證证據据廢废鐵铁鋁铝鎢钨鈷钴鎳镍鋰锂鎂镁鈦钛錫锡鉛铅鋅锌銅铜鑭镧鈰铈鐠镨釹钕釤钐銪铕釓钆鋱铽鏑镝鈥钬鉺铒銩铥鐿镱鑥镥釔钇鈧钪礦矿煉炼離离儲储貢贡獻献標标屬属類类鏈链圍围籌筹集集淺浅廣广轄辖證证權权' +
  '選选異异輸输優优勢势觀观漸渐繼继變变還还這这為为後后於于當当';

const SIMPLIFIED = new Map<string, string>();
for (let at = 0; at + 1 < PAIRS.length; at += 2) {
  const [traditional = '', simplified = ''] = [PAIRS[at], PAIRS[at + 1]];
  if (traditional !== simplified) SIMPLIFIED.set(traditional, simplified);
}
const TRADITIONAL = new RegExp(`[${[...SIMPLIFIED.keys()].join('')}]`, 'g');

/** A text with the words of its figures in simplified characters: character for character, so that a place in it is the same place. */
export function foldScript(text: string): string {
  return text.replace(TRADITIONAL, (character) => SIMPLIFIED.get(character) ?? character);
}
