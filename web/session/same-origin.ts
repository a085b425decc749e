/**
 * Whether what changes state was sent by a page of ours. Behind CloudFront the Host is the gateway's, so the public
 * origin decides; a browser that hides its origin says at least whether it is the same.
 */
export const isSameOrigin = (header: (name: string) => string | undefined, publicOrigin: string): boolean => {
  const origin = header('origin');
  const site = header('sec-fetch-site');
  if (site && site !== 'same-origin' && site !== 'none') return false;
  return origin && origin !== 'null' ? origin === publicOrigin : site === 'same-origin';
};
