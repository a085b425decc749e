/** A browser without scripts: keeps cookies by host, follows redirects, posts forms. */
export type Visitor = {
  readonly get: (address: string, headers?: Record<string, string>) => Promise<Page>;
  /** Posts a form as a page of ours would: with its own origin. */
  readonly post: (
    address: string,
    form: Record<string, string>,
    headers?: Record<string, string>,
  ) => Promise<Page>;
  readonly cookies: () => readonly string[];
};
type Page = {
  readonly status: number;
  readonly url: string;
  readonly text: string;
  readonly headers: Headers;
};

export const visitor = (origin: string): Visitor => {
  const jar = new Map<string, Map<string, string>>();
  const cookiesOf = (host: string) => jar.get(host) ?? new Map<string, string>();

  const keep = (url: URL, response: Response) => {
    const kept = cookiesOf(url.host);
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split(/;\s*/);
      const [name = '', ...value] = pair.split('=');
      const expired = attributes.some((one) => /^max-age=0$|^expires=Thu, 01 Jan 1970/i.test(one));
      if (expired) kept.delete(name);
      else kept.set(name, value.join('='));
    }
    jar.set(url.host, kept);
  };

  const go = async (address: string, init: RequestInit, hops = 0): Promise<Page> => {
    const url = new URL(address, origin);
    const cookie = [...cookiesOf(url.host)].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...(init.headers as Record<string, string>), ...(cookie && { cookie }) }; // Only this file makes them.
    const response = await fetch(url, { ...init, headers, redirect: 'manual' }).catch((cause: unknown) => {
      throw Object.assign(new Error(`Nobody answers at ${url.href}`, { cause }), { url: url.href });
    });
    keep(url, response);
    const location = response.headers.get('location');
    if (location && response.status >= 300 && response.status < 400 && hops < 12)
      return go(new URL(location, url).href, {}, hops + 1);
    return { status: response.status, url: url.href, text: await response.text(), headers: response.headers };
  };

  return {
    get: (address, headers = {}) => go(address, { headers }),
    post: (address, form, headers = {}) =>
      go(address, {
        method: 'POST',
        body: new URLSearchParams(form),
        headers: { origin: new URL(address, origin).origin, ...headers },
      }),
    cookies: () => [...jar.values()].flatMap((kept) => [...kept.keys()]),
  };
};
