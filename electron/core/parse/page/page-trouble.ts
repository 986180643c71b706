import { elementText } from './element-text.ts';
import type { LoadedPage } from './load-page.ts';

const SHORT = 1200;
/** What a page says that is not there. */
export const GONE = /您(?:访问|查看|浏览)的(?:页面|内容|文章|网页)?(?:不存在|已(?:被)?删除|找不到)|页面(?:不存在|加载失败|找不到|已(?:被)?删除|走丢)|(?:内容|文章|信息)不存在或|找不到(?:该|您(?:要)?访问的)?页面|404[\s:：–-]*(?:not found|页面|错误|error)|(?:page|file|content|document) (?:could ?n[o']t be |cannot be |can't be |was )?(?:not )?found|page (?:you (?:are looking for|requested)) .{0,40}(?:not|n't|no longer)|no longer (?:exists|available)|ページが見つかりません|페이지를 찾을 수 없|seite (?:wurde )?nicht gefunden|page (?:est )?introuvable|página no encontrada|страница не найдена/i;
export const NOT_FOUND_TITLE = /\b404\b|not found|页面不存在|找不到页面|出错|nicht gefunden|introuvable|no encontrada/i;
/** What a check for robots says. */
export const CHECK = /verify (?:that )?you are (?:a )?human|are you (?:a )?(?:human|robot)|just a moment|checking (?:if the site connection is secure|your browser)|enable javascript and cookies to continue|complete the (?:security check|captcha)|captcha|access denied|request (?:blocked|unsuccessful)|incapsula|attention required|unusual traffic|ddos protection|人机(?:身份)?验证|安全验证|访问验证|滑动验证|拖动滑块|验证码|访问(?:过于|太)频繁|请求(?:过于|太)频繁|(?:访问|请求)(?:被|已被)(?:拒绝|拦截|阻断)|创宇盾|云防护|网站防火墙|您的IP/i;
/** What a page says that wants its reader to sign in. */
export const LOGIN = /请(?:先)?登录|登录后(?:查看|可见|阅读|访问|继续)|(?:log|sign) ?in to (?:continue|read|view|access|your account)|(?:please|you must) (?:log|sign) ?in|members? only|subscribers? only|会员(?:专享|登录)/i;
/** Scripts that set a cookie and come again. */
export const CHALLENGE = /__jsl_clearance|acw_sc__v2|\$_ts\s?=|_cf_chl|challenge-platform|document\.cookie\s?=[\s\S]{0,2000}location(?:\.(?:reload|href|replace)|\s?=)/;

/**
 * What a page is instead of itself, answered with status 200: a page that says it is not there, a check for robots, or a login.
 * Only short pages are asked: a long one that mentions such things is an article.
 */
export function pageTrouble(page: LoadedPage, html: string): 'soft-404' | 'blocked' | null {
  const body = elementText(page.root, SHORT + 1);
  const links = page.elements.filter(({ name }) => name === 'a').length;
  const title = page.title ?? '';
  if (body.length < 60 && links < 3 && html.length < 200_000 && CHALLENGE.test(html.slice(0, 60_000))) return 'blocked';
  if (body.length <= SHORT && links < 12 && (CHECK.test(body.slice(0, 600)) || CHECK.test(title))) return 'blocked';
  if (GONE.test(body.slice(0, 400)) && (body.length < 600 || NOT_FOUND_TITLE.test(title))) return 'soft-404';
  if (NOT_FOUND_TITLE.test(title) && (GONE.test(body) || body.length < 400)) return 'soft-404';
  const password = page.elements.some(({ name, attribs }) => name === 'input' && attribs['type']?.toLowerCase() === 'password');
  if (body.length <= SHORT && links < 20 && (password || LOGIN.test(body.slice(0, 400))) && (LOGIN.test(body) || /登录|log ?in|sign ?in/i.test(`${title} ${body}`))) return 'blocked';
  return null;
}
