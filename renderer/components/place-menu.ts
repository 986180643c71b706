import type { MenuAnchor } from './menu-item.ts';

const EDGE = 8;
const GAP = 4;

/** Puts an open menu below its element, or at its point, and inside the window. */
export function placeMenu(menu: HTMLElement, anchor: MenuAnchor): void {
  const { width, height } = menu.getBoundingClientRect();
  const box = anchor instanceof HTMLElement ? anchor.getBoundingClientRect() : { left: anchor.x, right: anchor.x, top: anchor.y, bottom: anchor.y };
  const gap = anchor instanceof HTMLElement ? GAP : 0;
  const fromStart = box.left + width <= window.innerWidth - EDGE;
  const left = fromStart ? box.left : box.right - width;
  const below = box.bottom + gap;
  const top = below + height <= window.innerHeight - EDGE ? below : box.top - gap - height;
  menu.style.left = `${Math.max(EDGE, Math.min(left, window.innerWidth - width - EDGE))}px`;
  menu.style.top = `${Math.max(EDGE, Math.min(top, window.innerHeight - height - EDGE))}px`;
}
