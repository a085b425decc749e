import type { Walker } from '../../support/browser.ts';

type Given = {
  readonly name: string;
  readonly town: string;
  readonly prefecture: string;
  readonly state: string;
};

/** Somebody registers as an alum, page by page, and agrees to everything. How partnerships know them: `A-3F9C2E`. */
export const register = async (alum: Walker, { name, town, prefecture, state }: Given): Promise<string> => {
  await alum.open('/alumni/me');
  await alum.press();
  await alum.fill({
    'placements.0.text': town,
    'placements.0.prefecture': prefecture,
    'placements.0.role': 'ALT',
    'placements.0.from': '2015',
    'placements.0.to': '2018',
  });
  await alum.press();
  await alum.fill({ name, 'home.in': 'us', 'home.state': state });
  await alum.press();
  await alum.fill({
    japanese: 'N1',
    ways: ['interpret', 'brief'],
    fields: ['film-media'],
    availability: 'open',
  });
  await alum.press();
  await agreeAndSend(alum);
  return numberOn(alum);
};

/** The last two pages of a registration: a yes to each consent, and the button that registers. */
export const agreeAndSend = async (alum: Walker): Promise<void> => {
  await alum.fill({ matched: 'yes', chapter: 'yes', mail: 'yes', statistics: 'yes' });
  await alum.press();
  await alum.press();
};

export const numberOn = async (alum: Walker): Promise<string> => {
  const [number] = /A-[0-9A-F]{6}/.exec(await alum.text()) ?? [];
  if (!number) throw new Error(`No number on ${alum.page.url()}`);
  return number;
};
