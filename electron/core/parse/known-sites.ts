type Find = (url: URL) => readonly string[];

function first(pattern: RegExp, path: string, address: (...parts: string[]) => string | readonly string[]): readonly string[] {
  const found = pattern.exec(path);
  return found ? [address(...found.slice(1).map((part) => part ?? ''))].flat() : [];
}

const github: Find = ({ pathname }) => [
  ...first(/^\/([\w.-]+)\/([\w.-]+)\/commits?\/([\w./-]+?)\/?$/, pathname, (owner, name, branch) => `https://github.com/${owner}/${name}/commits/${branch}.atom`),
  ...first(/^\/([\w.-]+)\/([\w.-]+)/, pathname, (owner, name) => [`https://github.com/${owner}/${name}/releases.atom`, `https://github.com/${owner}/${name}/commits.atom`]),
  ...first(/^\/([\w.-]+)\/?$/, pathname, (owner) => `https://github.com/${owner}.atom`),
];

const youtube: Find = ({ pathname, searchParams }) => {
  const base = 'https://www.youtube.com/feeds/videos.xml';
  const list = searchParams.get('list');
  return [
    ...(list ? [`${base}?playlist_id=${encodeURIComponent(list)}`] : []),
    ...first(/^\/channel\/([\w-]+)/, pathname, (id) => `${base}?channel_id=${id}`),
    ...first(/^\/user\/([\w.-]+)/, pathname, (user) => `${base}?user=${user}`),
  ];
};

const reddit: Find = ({ pathname }) => first(/^(\/(?:r|u|user)\/[\w-]+(?:\/comments\/\w+(?:\/\w+)?)?)/, pathname, (path) => `https://www.reddit.com${path}/.rss`);

const arxiv: Find = ({ pathname }) => first(/^\/(?:list|archive)\/([\w.-]+)/, pathname, (category) => `https://rss.arxiv.org/rss/${category}`);

const federalRegister: Find = ({ pathname, search }) => [
  ...(pathname.startsWith('/documents/search') && search !== '' ? [`https://www.federalregister.gov/api/v1/documents.rss${search}`] : []),
  ...first(/^\/agencies\/([\w-]+)/, pathname, (agency) => `https://www.federalregister.gov/api/v1/documents.rss?conditions%5Bagencies%5D%5B%5D=${agency}`),
];

const govUk: Find = ({ pathname, search }) => [
  ...first(/^\/government\/organisations\/([\w-]+)/, pathname, (name) => `https://www.gov.uk/government/organisations/${name}.atom`),
  ...first(/^(\/search\/[\w-]+?)(?:\.atom)?$/, pathname, (path) => `https://www.gov.uk${path}.atom${search}`),
];

const googleNews: Find = ({ pathname, search }) => first(/^\/(?:rss\/)?(search|topics\/[\w-]+|publications\/[\w-]+|headlines\/[\w/-]+|$)/, pathname, (path) => `https://news.google.com/rss${path ? `/${path}` : ''}${search}`);

/** The feed is known by the ISSN, which a journal's own page alone may bear. */
const scienceDirect: Find = ({ pathname }) => first(/\/(?:science\/)?journal\/(\d{7}[\dX])\b/, pathname, (issn) => `https://rss.sciencedirect.com/publication/science/${issn}`);

const nature: Find = ({ pathname }) => first(/^\/([a-z][a-z0-9_-]{1,30})(?:\/|$)/, pathname, (code) => (['articles', 'search', 'subjects'].includes(code) ? [] : `https://www.nature.com/${code}.rss`));

const medium: Find = ({ pathname }) => first(/^\/((?:@?[\w.-]+)(?:\/tagged\/[\w-]+)?)/, pathname, (path) => `https://medium.com/feed/${path}`);

const edgar: Find = (url) => {
  if (!url.pathname.startsWith('/cgi-bin/browse-edgar') || !url.searchParams.has('CIK')) return [];
  const feed = new URL(url.href);
  feed.searchParams.set('output', 'atom');
  return [feed.href];
};

const SITES: readonly (readonly [RegExp, Find])[] = [
  [/^(?:www\.)?github\.com$/, github],
  [/^(?:www\.|m\.)?youtube\.com$/, youtube],
  [/^(?:(?:www|old|new)\.)?reddit\.com$/, reddit],
  [/^(?:www\.)?arxiv\.org$/, arxiv],
  [/^(?:www\.)?federalregister\.gov$/, federalRegister],
  [/^(?:www\.)?gov\.uk$/, govUk],
  [/^news\.google\.com$/, googleNews],
  [/^(?:www\.)?sciencedirect\.com$/, scienceDirect],
  [/^(?:www\.)?nature\.com$/, nature],
  [/^(?:www\.)?medium\.com$/, medium],
  [/^(?:www\.)?sec\.gov$/, edgar],
  [/^news\.smm\.cn$/, () => ['original', 'industry', 'spot', 'macro'].map((name) => `https://news.smm.cn/rss/${name}`)],
];

/** The feeds that an address of a known site stands for, by nothing but the address. */
export function knownSiteFeeds(address: string): string[] {
  const url = URL.parse(address);
  if (!url) return [];
  return SITES.filter(([host]) => host.test(url.hostname)).flatMap(([, find]) => find(url));
}
