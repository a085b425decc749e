import { IntlMessageFormat } from 'intl-messageformat';
import type { Compose } from '../../../shared/messages/message.port.ts';
import type { Message, MessageKind } from '../../../shared/messages/message.ts';
import { formatIn } from '../format.ts';
import en from './en.json' with { type: 'json' };
import ja from './ja.json' with { type: 'json' };

type Words = Record<`mail.${MessageKind}.${'subject' | 'body'}` | keyof typeof en, string>;
/** Does not compile while a kind of message lacks words in either language. */
const catalogues: Record<Message['language'], Words> = { en, ja };

const japan = 'Asia/Tokyo';
const easternTime = 'America/New_York';

/** Instants, days and amounts written for the reader; `…Japan` is the same instant on Japan's clock. */
const written = ({ language, values }: Message): Record<string, string> => {
  const format = formatIn(language);
  const zone = values.zone ?? easternTime;
  const moments = ['at', 'until', 'closes'].flatMap((name) => {
    const instant = values[name];
    if (!instant) return [];
    return [
      [name, format.moment(instant, zone)],
      [`${name}Japan`, format.moment(instant, japan)],
    ];
  });
  const days = ['arrives', 'leaves'].flatMap((name) => {
    const day = values[name];
    return day ? [[name, language === 'ja' ? format.eraDate(day) : format.date(day)]] : [];
  });
  return {
    ...values,
    ...Object.fromEntries([...moments, ...days]),
    ...(values.amountCents && { amount: format.money(Number(values.amountCents)) }),
    ...(language === 'ja' && values.jpJa && { jp: values.jpJa }),
  };
};

/** The words of every mail, with links on `origin` (`https://host`, no slash at the end) in the reader's language. */
export const composeMail =
  (origin: string): Compose =>
  (message) => {
    const { language, kind, to, values, linkToken } = message;
    const words = catalogues[language];
    const site = `${origin}/${language}`;
    const known = {
      ...written(message),
      origin,
      name: to.name,
      link: `${site}/${values.linkPath}/${linkToken ?? '…'}`,
      page: `${site}/${values.path ?? ''}`,
    };
    const say = (key: keyof Words) =>
      String(new IntlMessageFormat(words[key], language, undefined, { ignoreTag: true }).format(known));
    const greeting = say(to.name ? 'mail.greeting' : 'mail.greeting.unnamed');
    // An office's letter names its reader itself.
    const opening = kind === 'counterpart-request' ? '' : `${greeting}\n\n`;
    return {
      subject: say(`mail.${kind}.subject`),
      text: `${opening}${say(`mail.${kind}.body`)}\n\n${say('mail.closing')}\n`,
    };
  };
