export const APP_SCHEME = 'app';
/** The one origin of the window: the interface and the images that it shows. */
export const APP_ORIGIN = `${APP_SCHEME}://bundle`;
export const APP_URL = `${APP_ORIGIN}/`;

/**
 * Whether an address lies within an origin. Compared by parts of the parsed address: `URL.origin` of a scheme that
 * Node does not know is "null", and comparing by prefix takes `app://bundle.example` for ours.
 */
export function isWithin(origin: string, address: string): boolean {
  if (!URL.canParse(address) || !URL.canParse(origin)) return false;
  const [at, ours] = [new URL(address), new URL(origin)];
  return at.protocol === ours.protocol && at.host === ours.host && at.username === '' && at.password === '';
}
