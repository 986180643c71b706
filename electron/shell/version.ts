declare const __MONAZITE_VERSION__: string | undefined;

/** The version in package.json, put here by the build; `0.0.0` where the sources run unbuilt, as in tests. */
export const VERSION: string = typeof __MONAZITE_VERSION__ === 'string' ? __MONAZITE_VERSION__ : '0.0.0';
