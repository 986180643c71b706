/** How something may move, in front of the verb: 暴涨, 骤降. */
const HOW = '[暴飙激猛剧骤陡急狂劲锐续齐普微略小大]';
/** What goes up, as a source of patterns. */
export const HAN_RISES = `(?:${HOW}[涨增升]|上[涨升调浮行扬]|[攀抬走拉飙]升|走[高强]|拉涨|回[升暖涨]|反弹|增[长加多]|提[高升]|扩大|跃升|翻升)`;
/** What goes down. */
export const HAN_FALLS = `(?:${HOW}[跌降减]|下[跌降调浮行滑挫探修]|回[落调撤]|走[低弱跌]|[滑跳]落|滑坡|跳水|缩[减水小]|萎缩|减[少轻]|降低|收窄|压[缩减降])`;
