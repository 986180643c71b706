import type { DesktopApi, Offer } from '../../contract/desktop.ts';
import type { SettingsPlace } from '../../contract/settings-place.ts';
import { getArticle } from '../query/get-article.ts';
import type { MethodParts } from './method-parts.ts';

/** More than a person would open in one go; what waits is of the window that opens, not of the library. */
const MOST_WAITING = 16;

/** What only the door can tell and do. Neither rejects. */
export interface DoorSide {
  /** Hands a link to the system's menu for sharing; false where there is none. */
  readonly share: (link: { readonly url: string; readonly title: string }) => Promise<boolean>;
  /** Whether nothing is to be fetched unasked now: the machine runs on its battery, or the network is metered, and the person wants that so. */
  readonly isQuiet: () => Promise<boolean>;
  /** Shows the settings in a window of their own; false where the door opens none. */
  readonly showSettings: (place: SettingsPlace) => Promise<boolean>;
}

export const NO_DOOR: DoorSide = { share: async () => false, isQuiet: async () => false, showSettings: async () => false };

/** What comes to the window from other programs, and goes to them. */
export function desktopMethods({ store, announce }: Pick<MethodParts, 'store' | 'announce'>, { share, showSettings }: Pick<DoorSide, 'share' | 'showSettings'>): DesktopApi {
  const waiting: Offer[] = [];
  return {
    async offer({ offer }) {
      waiting.push(offer);
      if (waiting.length > MOST_WAITING) waiting.shift();
      announce({ kind: 'offers' });
      return {};
    },
    takeOffer: async () => ({ offer: waiting.shift() ?? null }),
    async shareArticle({ articleId }) {
      const { url, title } = getArticle(store, articleId);
      return { shared: url !== null && (await share({ url, title })) };
    },
    showSettings: async (place) => ({ shown: await showSettings(place) }),
  };
}
