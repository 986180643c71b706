const WIDE = /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]/g;

/** How much a title says, in Latin letters: a character of Chinese, Japanese or Korean counts double. */
export function titleWidth(title: string): number {
  return title.length + (title.match(WIDE)?.length ?? 0);
}

/** Link words that name no article: where a list goes on, and what to do. */
const NO_TITLE = /^(?:[\s\p{P}\p{S}\d]*|(?:read|learn|view|see|show|load|open|get|download|find out)\s(?:more|all|full|article|details?|pdf|html|document|release|file|report)(?:\s.{0,20})?|[[(（]?(?:pdf|docx?|xlsx?|zip)(?:[\s\p{P}]*[\d.,]+\s?[kmg]?i?b)?[\])）]?|more|details?|continue(?: reading)?|full (?:story|article|text)|(?:case|event|project|notice|filing|order|document) details?|next|prev(?:ious)?|first|last|older(?: posts)?|newer(?: posts)?|back|home|top|page \d+|download(?: pdf)?|pdf|html|share|print|view|open|here|click here|documents?|filing|view (?:document|filing|notice|announcement|release)|sign up|subscribe(?: now)?|register(?: now)?|book now|weiterlesen|mehr|lire la suite|leer más|подробнее|читать далее|[[(（【<«]?(?:更多|查看更多|查看|查看详情|详情|详细|阅读全文|阅读更多|全文|阅读|点击查看|下一页|上一页|首页|尾页|末页|返回|加载更多|立即(?:订阅|注册|报名)|下载|附件|分享|打印|展开|もっと見る|続きを読む|次へ|前へ|一覧|자세히|더보기|다음|이전)[\])）】>»]?)\s*[>»→.…+＋]*$/iu;

/** Whether words are those of a button or a pager rather than a title. */
export function isNoTitle(text: string): boolean {
  return text.length <= 60 && NO_TITLE.test(text);
}

/** Whether words are a file's name, as scripts that list a folder write it. */
export function isFileName(text: string): boolean {
  return text.length <= 80 && /^[^\s/]+\.(?:pdf|docx?|xlsx?|pptx?|zip|rtf|txt|csv)$/i.test(text);
}
