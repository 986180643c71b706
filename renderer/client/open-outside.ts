/** A window that the loopback door opened: a browser with a profile of its own, where the person is signed in nowhere. */
const ownWindow = !window.reader && new URLSearchParams(window.location.search).has('own-window');

/** Whether an address can be opened without a press: a browser blocks that. */
export function mayOpenUnasked(): boolean {
  return ownWindow || Boolean(window.reader);
}

/** Opens an address outside the app, in the person's own browser. `background` leaves the app in front where the system can. */
export async function openOutside(url: string, background = false): Promise<void> {
  if (ownWindow && (await openedByDoor(url))) return;
  if (!background) {
    window.open(url, '_blank', 'noopener,noreferrer');
    return;
  }
  const link = document.createElement('a');
  link.href = url;
  link.target = '_blank';
  link.rel = 'noopener noreferrer';
  link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey: true, metaKey: true }));
}

/** Whether the door handed the address to the system's own opener. */
async function openedByDoor(url: string): Promise<boolean> {
  try {
    const response = await fetch(new URL('open', document.baseURI), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ url }),
    });
    if (!response.ok) return false;
    const { opened } = (await response.json()) as { readonly opened: boolean };
    return opened;
  } catch {
    // The door is gone, which the next call says; this window still knows how to open an address.
    return false;
  }
}
