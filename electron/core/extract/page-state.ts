import type { Element } from 'domhandler';
import { DomUtils } from 'htmlparser2';
import { elementText } from '../parse/page/element-text.ts';
import { CHALLENGE, CHECK, GONE, LOGIN, NOT_FOUND_TITLE } from '../parse/page/page-trouble.ts';
import type { ExtractFailureCode } from './extracted-page.ts';
import { weightOf } from './family-rules.ts';
import type { LinkedNode } from './json-ld.ts';
import type { PageTree } from './page-tree.ts';

/** What stands where the rest of a text would: it is for members, subscribers or those who pay. */
const WALL = /(?:subscribe|log ?in|sign ?in|register|sign ?up|become an? (?:member|subscriber))(?: (?:now|today|here|or \w+))?,? to (?:continue|keep|read|view|access|unlock|see)\b|(?:continue|keep) reading (?:with|by|for)\b|to (?:continue|keep) reading|(?:this|the) (?:article|content|story|page|report|post|analysis) is (?:only )?(?:for|available (?:only )?(?:to|for)|reserved for|exclusive to|restricted to|limited to) (?:\w+ ){0,3}(?:subscribers?|members?|registered|customers|clients)|(?:subscribers?|members?|premium|registered users)[- ](?:only|exclusive)|(?:for|exclusive to) (?:subscribers|members)\b|already (?:a|have an?) (?:subscriber|member|account|subscription)|unlock (?:this|the full) (?:article|story|content)|you have (?:reached|read|used) (?:your|all).{0,40}(?:free|limit|articles)|you need (?:a subscription|to (?:log|sign) ?in)|(?:请|需|需要)?(?:先)?(?:登录|登陆|注册|订阅|付费|购买|开通会员|成为会员|升级(?:会员|vip))(?:并\S{0,4})?(?:后|即可|才能|可|以|，)?(?:继续)?(?:查看|阅读|浏览|解锁|访问)|(?:查看|阅读|解锁)(?:全文|完整|更多|剩余|余下).{0,14}(?:登录|登陆|注册|订阅|付费|会员|权限|购买)|(?:本文|该文|此文|此内容|该内容|全文|本内容|本栏目)(?:为|仅|只|限|属于|需要?).{0,8}(?:会员|订阅|付费|登录|vip)|会员(?:专享|可见|内容|独享|专属)|付费(?:内容|阅读|文章)|(?:剩余|余下|还有)\s?\d{1,2}\s?%|您(?:的|没有|暂无|尚未).{0,10}(?:权限|会员|登录)|この記事は(?:有料|会員)|会員限定|有料会員|(?:続きを読む|全文を読む)には|ログイン(?:して|すると|が必要)/iu;
/** Of the words that a page shows before its wall; a text beyond it is an article that mentions subscriptions. */
const LONGEST_TEASER = 2600;
const LONGEST_LINE = 420;
/** Of what may follow a wall: invitations, and names of the offers. */
const LONGEST_AFTER = 400;
const PRICES = /(?:登录|登陆|注册|订阅|订购|开通).{0,6}(?:查看|浏览).{0,6}(?:价格|报价|行情|历史|数据)|\b(?:subscribe|log ?in|sign ?in|register) to (?:view|see|access)\b.{0,40}\b(?:prices?|quotes?|data|charts?|history)\b/i;
const LONGEST_SHELL = 420;
const SHELL = /(?:enable|requires?|turn on|activate) javascript|javascript (?:is )?(?:required|disabled|must be)|(?:启用|开启|打开|支持).{0,4}javascript|javascriptを有効/i;
const SHELL_ROOT = /<(?:div|main)[^>]{0,200}\bid=["']?(?:app|root|__next|__nuxt|main-app|react-root|application)\b/i;

export interface PageSigns {
  readonly tree: PageTree;
  readonly html: string;
  readonly title: string | null;
  readonly linked: readonly LinkedNode[];
  readonly signedIn: boolean;
  /** What was found to be its article, as one line; '' where nothing was. */
  readonly text: string;
}

function isClosed(linked: readonly LinkedNode[]): boolean {
  return linked.some(({ isAccessibleForFree: free }) => free === false || (typeof free === 'string' && /^(?:false|no)$|\/False$/i.test(free)));
}

/** Whether one of a page's own lines is a wall. Menus, and what sites say beside their prices, are none. */
function hasWall(elements: readonly Element[], text: string): boolean {
  if (weightOf(text) > LONGEST_TEASER) return false;
  return elements.some((element) => {
    if (!/^(?:p|div|span|h[1-6]|strong|b|section|td|button|em|a|center)$/.test(element.name)) return false;
    const line = element.name === 'button' ? DomUtils.textContent(element).slice(0, LONGEST_LINE) : elementText(element, LONGEST_LINE + 1);
    if (line.length > LONGEST_LINE || line.startsWith('》') || PRICES.test(line)) return false;
    // What is quoted is spoken of, and what a text goes on after is part of it.
    if (!WALL.test(line.replace(/[“"「『][^”"」』]{1,120}[”"」』]/g, ' ')) || isBeside(element) || (element.name === 'a' && text !== '')) return false;
    const at = text.indexOf(line);
    return at === -1 || text.length - at - line.length < LONGEST_AFTER;
  });
}

function isBeside(element: Element): boolean {
  for (let at: Element['parent'] = element; at; at = at.parent) {
    if (!('name' in at)) break;
    if (/^(?:nav|footer|header|aside|li)$/.test(at.name)) return true;
  }
  return false;
}

/**
 * Why a page that was fetched is no article, or null where nothing says so. What a page says of itself is believed only as far
 * as it shows little else: an article on paywalls is an article.
 */
export function pageFailure({ tree, html, title, linked, signedIn, text }: PageSigns): ExtractFailureCode | null {
  const body = elementText(tree.root, 12_000);
  const head = title ?? '';
  const isShort = weightOf(text) < 900;
  const isBare = body.length < 60 && tree.elements.filter(({ name }) => name === 'a').length < 3;
  if (isBare && html.length < 200_000 && CHALLENGE.test(html.slice(0, 60_000))) return 'bot-check';
  if (isShort && body.length < 1500 && (CHECK.test(body.slice(0, 600)) || CHECK.test(head))) return 'bot-check';
  if (isShort && NOT_FOUND_TITLE.test(head) && (GONE.test(body) || weightOf(text) < 600)) return 'page-gone';
  if (isShort && GONE.test(body.slice(0, 1500)) && (weightOf(text) < 250 || GONE.test(text.slice(0, 300)))) return 'page-gone';
  if (!signedIn && isClosed(linked)) return 'login-wall';
  if (hasWall(tree.elements, text)) return 'login-wall';
  if (isShort && tree.hasPassword && (weightOf(text) < 300 || LOGIN.test(text))) return 'login-wall';
  if (isShort && LOGIN.test(text.slice(0, 400)) && weightOf(text) < 500) return 'login-wall';
  const isShell = body.length < LONGEST_SHELL && (tree.scripted > 400 || SHELL_ROOT.test(html.slice(0, 200_000)) || SHELL.test(html.slice(0, 200_000)) || /<script[^>]{1,300}\bsrc=/i.test(html.slice(0, 200_000)));
  if (isShell && (weightOf(text) < 200 || SHELL.test(body))) return 'script-only';
  return null;
}
