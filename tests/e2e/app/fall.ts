import type { App } from './app.ts';

export type Fallen = { readonly name: string; readonly type?: string; readonly bytes: Buffer } | { readonly link: string };

/** Lets files or links fall on the window, all at once. */
export async function fall({ page }: App, ...what: readonly Fallen[]): Promise<void> {
  await page.evaluate((all) => {
    const data = new DataTransfer();
    for (const given of all) {
      if ('link' in given) data.setData('text/uri-list', given.link);
      else data.items.add(new File([Uint8Array.from(atob(given.base64), (character) => character.charCodeAt(0))], given.name, { type: given.type }));
    }
    for (const kind of ['dragover', 'drop']) document.body.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer: data }));
  }, what.map((one) => ('link' in one ? one : { name: one.name, type: one.type ?? '', base64: one.bytes.toString('base64') })));
}
