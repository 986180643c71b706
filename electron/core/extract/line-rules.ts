/** What lines of news pages are that are no part of the text. All are one line, spaces folded; none of the patterns looks back. */

const PROMOTION: readonly (readonly [pattern: RegExp, longest: number])[] = [
  // SMM sets these between the paragraphs of its own articles.
  [/^》/, 200],
  [/^(?:>>|»|▶|☞|👉)\s?\S/u, 120],
  [/^(?:please )?(?:view|check|click (?:here )?to (?:view|check|see)|see)\s(?:the\s)?(?:latest\s|more\s)?SMM\b/i, 200],
  [/^(?:subscribe|sign up|register|log ?in|join|start your)\b.{0,90}(?:to (?:view|read|receive|get|access|see)|newsletter|free trial|trial|today|now\b|alerts?|updates?|inbox)/i, 200],
  [/^thanks for reading\b.{0,120}\bsubscribe\b/i, 200],
  [/^(?:get|receive)\b.{0,60}(?:newsletter|inbox|alerts?|daily digest)/i, 200],
  [/^(?:advertisements?|sponsored(?: (?:content|links?))?|ad|ads|广告|推广|赞助商?|広告|PR)\s?[:：]?$/i, 40],
  [/^(?:story|article|content) continues (?:below|after)/i, 80],
  [/扫码|扫一扫|(?:扫描|长按|识别).{0,10}二维码/, 160],
  [/(?:点击|立即|马上|欢迎).{0,10}(?:报名|参会|下载|订阅|查看|领取|咨询|加入|注册|关注)/, 130],
  [/(?:报名|参会|展位|招商|赞助).{0,12}(?:火热|通道|咨询|进行中|开启|链接|热线)/, 130],
  [/(?:会议|峰会|论坛|大会|年会|展会).{0,40}(?:报名|参会名额|早鸟|门票|敬请|欢迎莅临)/, 160],
  [/下载.{0,8}(?:APP|客户端|应用)|(?:APP|客户端).{0,6}下载/i, 100],
  [/关注.{0,14}(?:公众号|微信|微博|视频号)|(?:公众号|微信号)\s?[:：]|加(?:入)?.{0,10}(?:微信群|交流群|QQ群)/, 120],
  [/^you must be (?:logged|signed) in\b|^(?:log|sign) in to (?:post|leave) a comment/i, 120],
  [/^广告合作|广告(?:投放|刊登|热线|位)/, 80],
  [/\bfollow us on\b|\bjoin (?:our|the) (?:telegram|whatsapp|wechat|linkedin)|\bdownload (?:our|the)\b.{0,20}\bapp\b|\blike us on facebook\b/i, 200],
];
const BARS = /^[[【(（|/\s]*(?:(?:share(?: (?:this|on|via|to|article|post|story))*|tweet|e-?mail|print|save|comments?|like|copy link|pin it|facebook|twitter|linkedin|whatsapp|telegram|reddit|x|wechat|weibo|a\+|a-|aa?|text size|font size|listen|bookmark|more|back to top|close|打印(?:本页|此页)?|关闭(?:窗口|本页)?|分享(?:到|至)?|收藏|字号|字体|缩小字体|放大字体|大|中|小|默认|纠错|返回(?:顶部|列表|首页)?|转发|评论|点赞|复制链接|微信|微博|新浪微博|朋友圈|qq|qq空间|qq好友|我要(?:纠错|评论|分享)|シェア|ツイート|印刷|ブックマーク)[\s|/·,，、:：[\]【】()（）+-]*)+$/i;
const EDITOR = /^(?:edited|reviewed) by\s|^[[（(【]?\s?(?:责任编辑|责编|编辑|编审|审核|审校|校对|排版|实习编辑|值班编辑|签发)\s?[:：/]/;
const STATEMENT = /^[（(【[]?(?:data source statement|disclaimer|copyright (?:notice|statement)|免责声明|版权声明|数据来源声明|郑重声明|特别声明|特此声明|声明)\s?[】\])）]?\s?[:：]/i;
const NOTE = /^(?:©|copyright\s(?:©|\(c\)|\d{4})|all rights reserved|版权所有|未经.{0,20}(?:授权|许可|允许).{0,20}(?:不得|禁止)|转载请注明|本文(?:仅代表|不代表|来源于网络|为.{0,10}原创))/i;
const CONTACT_HEAD = /^(?:(?:media|press|investors?|company|corporate|editorial|analyst|public)(?: (?:and|&) (?:media|press|investors?))?(?: relations)?\s(?:contacts?|enquir\w+|inquir\w+|relations)|contacts?|contact (?:us|information|details|info)|for (?:more|further|any|additional|media|investor)\b.{0,100}\b(?:contact|visit|e-?mail|reach|enquir\w*|inquir\w*)|联系(?:人|方式|我们|电话)|媒体联系|投资者(?:关系|联系)|商务合作|问い?合わせ先?|お問い合わせ).{0,140}[:：]?$/i;
const CONTACT_LINE = /^(?:(?:please )?contact(?: us)?\s?[:：]|for (?:more|further|any|additional)\b.{0,120}\b(?:contact|e-?mail|reach|enquir|inquir)|to learn more\b.{0,80}\bcontact|if you have any (?:questions|inquir|comments)|e-?mail\s?[:：]|(?:tele)?phone\s?[:：]|tel\b\.?\s?[:：]|mobile\s?[:：]|fax\s?[:：]|web(?:site)?\s?[:：]|(?:联系人|联系电话|联系方式|电话|传真|邮箱|电子邮箱|邮编|地址|通讯地址|手机|微信|QQ|热线|投稿邮箱|网址)\s?[:：]|TEL\s?[:：]|(?:电话|邮箱)\s)/i;
const EMAIL = /[\w.+-]{1,64}@[\w-]{1,64}\.[\w.]{2,20}/;
const PHONE = /(?:\+|\(?0)\d[\d\s().-]{6,20}\d|\b\d{3}[-.]\d{3}[-.]\d{4}\b|\b400[- ]?\d{3}[- ]?\d{4}\b/;
const RELATED = /^(?:related(?: (?:news|articles?|stories|posts|contents?|reading|prices?|links|topics|coverage|items|documents))?|read (?:more|next|also)|(?:you )?(?:may|might) (?:also )?(?:like|be interested in)(?: this)?|more (?:from|on|in|about)\b.{1,50}|more (?:news|stories|articles|like this)|recommended(?: (?:for you|reading|articles|stories))?|latest (?:news|articles|stories|posts|releases)|recent (?:news|articles|posts|stories)|most (?:read|popular|viewed)|trending(?: now)?|hot (?:news|topics?|articles|stories)|top (?:news|stories)|popular (?:news|posts|articles)|editor'?s picks?|what to read next|(?:\d+ )?comments?(?: on this)?|leave a (?:comment|reply)|press office|see also|further reading|相关(?:阅读|文章|新闻|链接|推荐|资讯|报道|内容|稿件|信息|价格|政策|专题)|推荐(?:阅读|文章|新闻|资讯)|延伸阅读|阅读推荐|热门(?:文章|新闻|资讯|推荐|阅读)|热点(?:新闻|推荐|资讯)|最新(?:文章|资讯|新闻|动态)|猜你喜欢|大家都在看|更多(?:新闻|文章|资讯|内容|精彩)|(?:この記事の)?(?:関連|おすすめ|人気|最新)(?:記事|ニュース|リンク)|あわせて読みたい)\s?(?:\(\d+\))?\s?[:：>»]?$/i;
/** Of those, the ones that are other articles of the same matter, not what others read. */
const SAME_MATTER = /related|recommend|like|more (?:on|from|about|like)|read (?:more|next|also)|see also|further|相关|推荐|延伸|猜你|関連|おすすめ|あわせて/i;
const NEIGHBOUR = /^(?:previous|next|prev)(?: (?:article|post|story|page|release))?\s?[:：]|^(?:上一篇|下一篇|上一条|下一条|前一篇|后一篇|上篇|下篇)(?:文章)?\s?[:：]?|^(?:前の記事|次の記事)/i;
const RELATED_INLINE = /^(?:read (?:more|also|next)|also read|see also|related|more|相关阅读|相关|延伸阅读|推荐阅读)\s?[:：]\s?\S/i;
const NO_DATA = /^(?:related prices?\s*)?(?:no data|暂无数据|暂无)$/i;
const TAGS = /^(?:tags?|topics?|keywords?|key words|filed under|categor(?:y|ies)|标签|关键词|关键字|タグ|キーワード)\s?[:：]\s?/i;
const READ = /^(?:\d[\d,]* (?:views|reads|comments|shares)|\d{1,3}\s?min(?:ute)?s? read|(?:阅读|浏览|点击|访问)(?:量|次数|数)?\s?[:：]?\s?\d[\d,]*\s?次?|\d+\s?(?:次浏览|阅读|人阅读))$/i;

/** An advert, or an invitation to subscribe, view or attend. */
export function isPromotion(line: string): boolean {
  return PROMOTION.some(([pattern, longest]) => line.length <= longest && pattern.test(line));
}

/** Buttons to share, print or resize, counters, and who edited. */
export function isToolbar(line: string): boolean {
  return line.length <= 120 && (BARS.test(line) || READ.test(line) || (EDITOR.test(line) && line.length <= 60));
}

/** What a publisher says of its rights and its data under each of its articles. */
export function isStatement(line: string): boolean {
  return (line.length <= 900 && STATEMENT.test(line)) || (line.length <= 400 && NOTE.test(line));
}

/** A line that opens a block of names, telephones and addresses. */
export function opensContacts(line: string): boolean {
  return line.length <= 160 && CONTACT_HEAD.test(line) && !/[.!?。！？]\s\S/.test(line);
}

/** A line of such a block. */
export function isContact(line: string): boolean {
  if (line.length > 320) return false;
  return CONTACT_LINE.test(line) || (line.length <= 160 && (EMAIL.test(line) || (PHONE.test(line) && line.length <= 80)));
}

export function hasContactDetail(line: string): boolean {
  return EMAIL.test(line) || PHONE.test(line);
}

/** A heading of links to other articles. */
export function opensRelated(line: string): boolean {
  return line.length <= 70 && RELATED.test(line);
}

/** Whether such a heading stands above articles of the same matter. */
export function namesRelated(line: string): boolean {
  return opensRelated(line) && SAME_MATTER.test(line);
}

/** A line that leads to one other article, or says that there is none. */
export function isRelatedLine(line: string): boolean {
  return line.length <= 200 && (NEIGHBOUR.test(line) || RELATED_INLINE.test(line) || NO_DATA.test(line));
}

const PARTED = /[,，;；、|/]|\s{2,}/;
/** Chinese is written without blanks: one between its words parts them, where in `rare earth` it does not. */
const BETWEEN_HAN = /(?<=\p{Script=Han})\s+(?=[\p{Script=Han}#])/u;
/** Where nothing else parts a line, a blank beside Chinese does. */
const BESIDE_HAN = /(?<=\p{Script=Han})\s+|\s+(?=\p{Script=Han}|#)/u;

/** The tags of a line such as `Tags: a, b` or `标签：甲 乙`, or null. */
export function tagsOf(line: string): string[] | null {
  const label = line.length <= 300 ? TAGS.exec(line) : null;
  if (!label) return null;
  const parts = line.slice(label[0].length).trim().split(PARTED);
  return parts.flatMap((part) => part.trim().split(parts.length > 1 ? BETWEEN_HAN : BESIDE_HAN)).map((tag) => tag.trim().replace(/^#/, '')).filter(Boolean);
}
