import { outletPlaces } from './addresses.ts';
import type { Origin, Origins } from './addresses.ts';
import { markupToHtml } from './markup.ts';
import type { Outlet } from './outlet.ts';
import type { Story } from './story.ts';

/** The HTML of a story's body as its outlet writes it, leading picture included. */
export function storyHtml(outlet: Outlet, story: Story, origin: Origin, origins: Origins): string {
  const places = outletPlaces(outlet, origin, origins);
  if (story.html !== null) return story.html;
  const body = markupToHtml(story.text ?? '', places);
  if (story.picture === null || (story.text ?? '').includes(`](${story.picture})`)) return body;
  return `<figure><img ${places.picture(story.picture)} alt=""></figure>\n${body}`;
}
