// Put in by the build: each file's plain name and the address, with a hash, that it is served under. Absent in tests.
declare const ASSETS: Readonly<Record<string, string>> | undefined;

const addresses = typeof ASSETS === 'undefined' ? {} : ASSETS;

/** Where a static file is served: `asset('site.css')`. */
export const asset = (name: string): string => addresses[name] ?? `/assets/${name}`;
