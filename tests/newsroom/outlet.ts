import type { Calendar } from './dates.ts';

export type FeedFormat = 'rss2' | 'rss2-gbk' | 'rss2-summary' | 'rdf' | 'atom' | 'json' | 'none';

/** How an outlet writes picture addresses: every way that real sites do it. */
export type PictureStyle = 'absolute-srcset' | 'relative' | 'root-relative' | 'protocol-relative' | 'lazy' | 'non-ascii';

/**
 * How a site has its icon: an SVG or PNGs that its pages name, one in black on nothing, an icon file at the usual place, one that the
 * feed alone names, none, one that its pages name and that is none, or one that would do more than be looked at.
 */
export type SiteIcon = 'svg' | 'bare' | 'png' | 'ico' | 'feed' | 'none' | 'broken' | 'hostile';

/** One publisher: its name, its words, its habits. Each is served on a port of its own. */
export interface Outlet {
  readonly id: string;
  readonly title: string;
  readonly tagline: string;
  readonly calendar: Calendar;
  readonly format: FeedFormat;
  /** Path of the feed; empty where there is none. */
  readonly feedPath: string;
  /** Folder titles in the newsroom's OPML, outermost first. */
  readonly folder: readonly string[];
  readonly pictures: PictureStyle;
  readonly accent: string;
  readonly icon: SiteIcon;
  readonly contact: string;
  /** A second feed, of readers' comments, that the home page names first. */
  readonly comments: boolean;
  /** Left out of the index and the OPML: for tests. */
  readonly hidden: boolean;
}

const london: Calendar = { lang: 'en', zone: 0 };
const perth: Calendar = { lang: 'en-AU', zone: 8 };
const denver: Calendar = { lang: 'en-US', zone: -7 };
const beijing: Calendar = { lang: 'zh-CN', zone: 8 };

const usual = { comments: false, hidden: false } as const;

export const OUTLETS: readonly Outlet[] = [
  { ...usual, id: 'oxide-alloy', title: 'Oxide & Alloy', tagline: 'Prices and trade flows, oxides and metals', calendar: london, format: 'rss2', feedPath: '/feed.xml', folder: ['Trade press'], pictures: 'absolute-srcset', accent: '#1f4e5f', icon: 'svg', contact: 'Price desk: desk@oxide-alloy.example, +44 20 5550 0148' },
  { ...usual, id: 'critical-metals-wire', title: 'Critical Metals Wire', tagline: 'Policy, licences, deals', calendar: london, format: 'atom', feedPath: '/atom/all.xml', folder: ['Trade press'], pictures: 'relative', accent: '#5a2a4a', icon: 'feed', contact: 'News desk: news@cmw.example' },
  { ...usual, id: 'magnet-monitor', title: 'Magnet Monitor', tagline: 'Permanent magnets, motors, recycling', calendar: denver, format: 'json', feedPath: '/feed.json', folder: ['Trade press'], pictures: 'non-ascii', accent: '#2b3a67', icon: 'feed', contact: 'Write to the editors: letters@magnetmonitor.example' },
  { ...usual, id: 'western-minerals', title: 'Western Minerals Review', tagline: 'Explorers and project finance', calendar: perth, format: 'rss2-summary', feedPath: '/feed/', folder: ['Trade press', 'Explorers'], pictures: 'absolute-srcset', accent: '#7a4a1f', icon: 'ico', contact: 'Perth office: editor@westernminerals.example', comments: true },
  { ...usual, id: 'xitu-zaobao', title: '稀土早报', tagline: '现货价格与南方矿情', calendar: beijing, format: 'rss2', feedPath: '/rss', folder: ['中文'], pictures: 'lazy', accent: '#8a1f1f', icon: 'png', contact: '编辑部：zaobao@xitu.example，工作日 8:00 至 18:00' },
  { ...usual, id: 'cicai-zhoukan', title: '磁材周刊', tagline: '磁材企业、订单与产能', calendar: beijing, format: 'rss2-gbk', feedPath: '/rss/news.xml', folder: ['中文'], pictures: 'root-relative', accent: '#1f3f8a', icon: 'broken', contact: '热线：0571-5550-0126' },
  { ...usual, id: 'kuangye-cankao', title: '矿业参考', tagline: '国内外矿山与并购', calendar: beijing, format: 'rdf', feedPath: '/index.rdf', folder: ['中文', '矿山'], pictures: 'protocol-relative', accent: '#3f5a1f', icon: 'none', contact: '投稿：tougao@kuangye.example' },
  { ...usual, id: 'northgate', title: 'Northgate Magnets', tagline: 'Company news', calendar: london, format: 'atom', feedPath: '/news.atom', folder: ['Companies'], pictures: 'relative', accent: '#204020', icon: 'bare', contact: 'Investor relations: ir@northgate.example' },
  { ...usual, id: 'minerals-office', title: 'Strategic Minerals Office', tagline: 'Notices, quotas, licences', calendar: london, format: 'rss2', feedPath: '/notices.rss', folder: ['Ministries'], pictures: 'root-relative', accent: '#303a48', icon: 'ico', contact: 'Enquiries: public.enquiries@minerals-office.example' },
  { ...usual, id: 'kestrel', title: 'Kestrel Rare Earths', tagline: 'Announcements', calendar: perth, format: 'none', feedPath: '', folder: ['Companies'], pictures: 'root-relative', accent: '#4a3a1f', icon: 'svg', contact: 'Company secretary: cosec@kestrel.example' },
  { ...usual, id: 'hostile', title: 'Hostile Gazette', tagline: 'Everything that a page must not do', calendar: london, format: 'rss2', feedPath: '/feed.xml', folder: [], pictures: 'relative', accent: '#a00000', icon: 'hostile', contact: 'none', hidden: true },
];

/** Throws where no outlet bears the id. */
export function outletById(id: string): Outlet {
  const outlet = OUTLETS.find((one) => one.id === id);
  if (!outlet) throw new Error(`no outlet is called ${id}`);
  return outlet;
}
