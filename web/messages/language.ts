import type { Language } from '../../shared/kernel/text.ts';

export const languages = ['en', 'ja'] as const satisfies readonly Language[];
export const languageCookie = 'language';

const isLanguage = (text: string | undefined): text is Language => text === 'en' || text === 'ja';

/** `/ja/rounds` is the page `/rounds` in Japanese; an address without a language leaves the choice open. */
export const splitAddress = (path: string): { language: Language | undefined; path: string } => {
  const match = /^\/(en|ja)(?=\/|$)/.exec(path);
  if (!match) return { language: undefined, path };
  return { language: match[1] === 'ja' ? 'ja' : 'en', path: path.slice(3) || '/' };
};

/** What was chosen before, then what the browser asks for most, then English. */
export const negotiateLanguage = (
  chosen: string | undefined,
  acceptLanguage: string | undefined,
): Language => {
  if (isLanguage(chosen)) return chosen;
  const wishes = (acceptLanguage ?? '')
    .split(',')
    .map((wish) => {
      const [tag = '', ...parameters] = wish.trim().toLowerCase().split(';');
      const q = parameters.map((one) => /^\s*q=([\d.]+)$/.exec(one)?.[1]).find(Boolean);
      return { language: tag.slice(0, 2), q: q === undefined ? 1 : Number(q) };
    })
    .filter(({ language, q }) => isLanguage(language) && q > 0);
  wishes.sort((a, b) => b.q - a.q);
  return wishes[0]?.language === 'ja' ? 'ja' : 'en';
};
