import type { ArticleId } from './model.ts';
import type { SettingsPlace } from './settings-place.ts';

/** What the desktop around the window does, as the person chose. */
export interface DesktopSettings {
  /** A mark beside the clock, with the unread count. */
  readonly tray: boolean;
  /** Closing the window leaves the app in the tray; without a tray it has no effect. On macOS it stays in the Dock anyway. */
  readonly closeToTray: boolean;
  /** Where a closed window goes was told once. */
  readonly trayExplained: boolean;
  readonly startAtLogin: boolean;
  /** The unread count on the app's own icon. */
  readonly badge: boolean;
  /** Look for a new version once a day, and install it when the app is closed. */
  readonly updates: boolean;
  /** Nothing is fetched unasked while the machine runs on its battery. */
  readonly quietOnBattery: boolean;
  /** Nothing is fetched unasked over a connection that the system calls metered. */
  readonly quietOnMetered: boolean;
}

export const DESKTOP_PARTS = ['tray', 'startAtLogin', 'badge', 'links', 'updates', 'battery', 'metered', 'share'] as const;
export type DesktopPart = (typeof DESKTOP_PARTS)[number];

/**
 * Why a part cannot be had: the window is one of a browser; the app runs from its sources and is not installed; the
 * system's package manager does it; an AppImage has no entry in the system's menus; this system does not tell or has no such thing.
 */
export type DesktopAbsence = 'browser' | 'unpackaged' | 'package' | 'appimage' | 'system';

/** What of the desktop this copy of the app reaches on this machine. */
export type DesktopAbilities = Readonly<Record<DesktopPart, 'works' | DesktopAbsence>>;

/** Of a door that has no desktop around its window. */
export const NO_DESKTOP: DesktopAbilities = { tray: 'browser', startAtLogin: 'browser', badge: 'browser', links: 'browser', updates: 'browser', battery: 'browser', metered: 'browser', share: 'browser' };

/** Bytes of a subscription list that another program may hand over. */
export const MOST_OFFERED_BYTES = 32 * 1024 * 1024;

/** What another program handed to the app. It is shown to the person, and nothing comes of it unasked. */
export type Offer =
  /** An address as a link had it, perhaps without its scheme. */
  | { readonly kind: 'feed'; readonly url: string }
  | { readonly kind: 'article'; readonly articleId: ArticleId }
  /** A subscription list: its bytes in base64 (RFC 4648 section 4), since only they say what encoding they have. */
  | { readonly kind: 'opml'; readonly name: string; readonly base64: string };

export interface DesktopApi {
  /** Keeps what another program handed over until a window takes it, and tells the windows. The latest sixteen are kept. */
  offer(args: { offer: Offer }): Promise<Record<string, never>>;
  /** The oldest offer that no window took, once; null where there is none. */
  takeOffer(args: Record<string, never>): Promise<{ offer: Offer | null }>;
  /** Shows the system's own menu for sharing an article's link; `shared` false where it has none. Rejects with `article-missing`. */
  shareArticle(args: { articleId: ArticleId }): Promise<{ shared: boolean }>;
  /** Brings the settings' own window to the person, opened where it is not, at what is named; `shown` false where the door opens no windows. */
  showSettings(args: SettingsPlace): Promise<{ shown: boolean }>;
}
