import { beforeEach, describe, expect, it, vi } from 'vitest';
import { queryClient } from '../../../../renderer/client/query-client.ts';
import { queryKeys } from '../../../../renderer/client/queries.ts';
import { followLink, openKeptLinks, useKeptLinks } from '../../../../renderer/state/kept-links.ts';
import { useUi } from '../../../../renderer/state/ui.ts';
import { undo } from '../../../../renderer/state/undo.ts';

// The way out of the app looks at the window as soon as it is loaded.
const { opened, place } = vi.hoisted(() => {
  const opened: string[] = [];
  const place = { reader: {} as object | undefined, location: { search: '' }, open: (url: string) => opened.push(url) };
  Object.assign(globalThis, {
    window: place,
    document: { createElement: () => ({ href: '', dispatchEvent(this: { href: string }) { opened.push(this.href); } }) },
    MouseEvent: Event,
  });
  return { opened, place };
});

function network(offlineSince: number | null): void {
  queryClient.setQueryData(queryKeys.progress, { offlineSince });
}
beforeEach(() => {
  opened.length = 0;
  place.reader = {};
  useKeptLinks.setState({ urls: [] });
  useUi.setState({ doneStack: [], toast: null });
});

describe('a link that is pressed', () => {
  it('opens at once where there is a network', () => {
    network(null);
    followLink('https://oxide.example/filings');
    expect(opened).toEqual(['https://oxide.example/filings']);
    expect(useUi.getState().toast).toBeNull();
  });

  it('is kept offline, once, and opens when the network is back', () => {
    network(1);
    followLink('https://oxide.example/filings');
    followLink('https://oxide.example/filings');
    followLink('https://oxide.example/quota');
    expect(opened).toEqual([]);
    expect(useUi.getState().toast?.text()).toBe('Link kept. It opens when you are online.');
    openKeptLinks();
    expect(opened).toEqual(['https://oxide.example/filings', 'https://oxide.example/quota']);
    openKeptLinks();
    expect(opened).toHaveLength(2);
  });

  it('is let go by Undo', async () => {
    network(1);
    followLink('https://oxide.example/filings');
    await undo();
    openKeptLinks();
    expect(opened).toEqual([]);
  });

  it('is offered, not opened, in a browser, which blocks what nobody pressed', () => {
    place.reader = undefined;
    network(1);
    followLink('https://oxide.example/filings');
    openKeptLinks();
    expect(opened).toEqual([]);
    const { toast } = useUi.getState();
    expect(toast?.text()).toBe('Online again. 1 kept link is ready.');
    toast?.action?.run();
    expect(opened).toEqual(['https://oxide.example/filings']);
    expect(useKeptLinks.getState().urls).toEqual([]);
  });
});
