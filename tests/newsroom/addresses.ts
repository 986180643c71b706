import { isoDay } from './dates.ts';
import type { Places } from './markup.ts';
import type { Outlet, PictureStyle } from './outlet.ts';
import type { Story } from './story.ts';

/** Where an outlet is served: `http://127.0.0.1:4781`, without a slash at the end. */
export type Origin = string;
/** The origin of any outlet by its id, for links between outlets. */
export type Origins = (outletId: string) => Origin;

/** The path of a story's page; each outlet has a habit of its own. */
export function storyPath(outlet: Outlet, story: Story): string {
  const day = isoDay(story.publishedAt, outlet.calendar);
  const slug = encodeURIComponent(story.slug);
  switch (outlet.id) {
    case 'critical-metals-wire':
      return `/${day.replaceAll('-', '/')}/${slug}/`;
    case 'western-minerals':
      return `/article/${slug}-${day}`;
    case 'xitu-zaobao':
      return `/news/${day.replaceAll('-', '').slice(0, 6)}/${slug}.html`;
    case 'cicai-zhoukan':
      return `/html/${day.slice(0, 4)}/${day.slice(5).replace('-', '')}/${slug}.html`;
    default:
      return `/news/${slug}`;
  }
}

/** The slug at the end of any outlet's story path, or null. */
export function slugOf(path: string): string | null {
  const found = /^\/(?:news|article|html|\d{4})\/(?:[\d/]+\/)?([^/]+?)(?:-\d{4}-\d{2}-\d{2})?(?:\.html)?\/?$/.exec(path);
  return found?.[1] ? decodeURIComponent(found[1]) : null;
}

/** The path of a picture at an outlet; one of them writes it in Chinese characters. */
export function picturePath(outlet: Outlet, name: string): string {
  return outlet.pictures === 'non-ascii' ? `/图片/${name} 大图.png` : `/pictures/${name}.png`;
}

const SIZE = 'width="1200" height="675"';
const BLANK = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';

const PICTURE_ATTRIBUTES: Readonly<Record<PictureStyle, (origin: Origin, path: string) => string>> = {
  'absolute-srcset': (origin, path) => `src="${origin}${path}" srcset="${origin}${path}?w=600 600w, ${origin}${path} 1200w" ${SIZE}`,
  relative: (_origin, path) => `src="..${path}" ${SIZE}`,
  'root-relative': (_origin, path) => `src="${path}" ${SIZE}`,
  'protocol-relative': (origin, path) => `src="${origin.slice('http:'.length)}${path}"`,
  lazy: (_origin, path) => `src="${BLANK}" data-src="${path}" class="lazyload"`,
  'non-ascii': (origin, path) => `src="${origin}${path}" ${SIZE}`,
};

/** Pictures and links as an outlet writes them in its bodies. `story:outlet/slug` leads to another outlet's search for it. */
export function outletPlaces(outlet: Outlet, origin: Origin, origins: Origins): Places {
  return {
    picture: (name) => PICTURE_ATTRIBUTES[outlet.pictures](origin, picturePath(outlet, name)),
    link: (target) => {
      const found = /^story:([a-z-]+)\/(.+)$/.exec(target);
      return found?.[1] && found[2] ? `${origins(found[1])}/find/${encodeURIComponent(found[2])}` : target;
    },
  };
}
