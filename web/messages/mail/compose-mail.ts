import { IntlMessageFormat } from 'intl-messageformat';
import { defaultLetters } from '../../../shared/awards/default-letters.ts';
import { fillLetter, letterKinds, wordsIn } from '../../../shared/awards/letter.ts';
import type { Letter } from '../../../shared/messages/message.port.ts';
import type { Message, MessageKind } from '../../../shared/messages/message.ts';
import { usNameOf } from '../../components/map/kept-pair.tsx';
import { formatIn } from '../format.ts';
import en from './en.json' with { type: 'json' };
import ja from './ja.json' with { type: 'json' };

/** What the words are made of; a link's token is dropped once a mail is sent. */
type Mail = Pick<Message, 'kind' | 'language' | 'to' | 'values' | 'words' | 'linkToken'>;
type Written = Exclude<MessageKind, `letter-${string}`>;
type Words = Record<`mail.${Written}.${'subject' | 'body'}` | keyof typeof en, string>;
/** Does not compile while a kind of message lacks words in either language; staff write the committee's letters. */
const catalogues: Record<Message['language'], Words> = { en, ja };

const japan = 'Asia/Tokyo';
const easternTime = 'America/New_York';

/**
 * Instants, days and amounts written for the reader; `…Utc` and `…Japan` are the same instant on other clocks, in Japanese the
 * latter as an office there dates its letters. Its zone stands in the words around it.
 */
const written = ({ language, values }: Pick<Mail, 'language' | 'values'>): Record<string, string> => {
  const format = formatIn(language);
  const zone = values.zone ?? easternTime;
  const inJapan = (instant: string) => `${format.eraDate(instant, japan)} ${format.clock(instant, japan)}`;
  const moments = ['at', 'until', 'closes', 'was', 'answerBy'].flatMap((name) => {
    const instant = values[name];
    if (!instant) return [];
    return [
      [name, format.moment(instant, zone)],
      [`${name}Japan`, language === 'ja' ? inJapan(instant) : format.moment(instant, japan)],
      [`${name}Utc`, format.moment(instant, 'UTC')],
    ];
  });
  const days = ['arrives', 'leaves', 'receivedOn'].flatMap((name) => {
    const day = values[name];
    return day ? [[name, language === 'ja' ? format.eraDate(day) : format.date(day)]] : [];
  });
  return {
    ...values,
    ...Object.fromEntries([...moments, ...days]),
    ...(values.amountCents && { amount: format.money(Number(values.amountCents)) }),
    ...(language === 'ja' && values.jpJa && { jp: values.jpJa }),
    ...(language === 'ja' && values.us && { us: usNameOf({ language }, pairIn(values, values.us)) }),
  };
};

const pairIn = ({ jp = '', jpJa = '' }: Message['values'], us: string) => ({ us, jp, jpJa });

/** Letters to a Japanese office: its own greeting, Japanese first and English after. */
const toOffice: readonly MessageKind[] = [
  'counterpart-request',
  'counterpart-handed-on',
  'counterpart-link-ended',
  'counterpart-revoked',
];
const between = '\n\n----------------------------------------\n\n';

/** The words of every mail, with links on `origin` (`https://host`, no slash at the end) in the reader's language. */
export const composeMail =
  (origin: string) =>
  (message: Mail): Letter => {
    const letter = inOneLanguage(origin, message);
    if (message.language === 'en' || !toOffice.includes(message.kind)) return letter;
    const { text } = inOneLanguage(origin, { ...message, language: 'en' });
    return { ...letter, text: `${letter.text.trimEnd()}${between}${text}` };
  };

const inOneLanguage = (origin: string, message: Mail): Letter => {
  const { language, kind, to, values, linkToken } = message;
  const words = catalogues[language];
  const site = `${origin}/${language}`;
  const known = {
    ...written(message),
    // What was written before papers were entered came on none.
    paper: values.paper ?? 'no',
    origin,
    name: to.name,
    link: `${site}/${values.linkPath}/${linkToken ?? '…'}`,
    page: `${site}/${values.path ?? ''}`,
  };
  const say = (key: keyof Words) =>
    String(new IntlMessageFormat(words[key], language, undefined, { ignoreTag: true }).format(known));
  const greeting = say(to.name ? 'mail.greeting' : 'mail.greeting.unnamed');
  // An office's letter names its reader itself.
  const opening = toOffice.includes(kind) ? '' : `${greeting}\n\n`;
  const around = (body: string) => `${opening}${body}\n\n${say('mail.closing')}\n`;
  if (isLetter(kind)) {
    const { subject, body } = letterOf(message, {
      ...known,
      deadline: values.answerBy ? say('mail.letter.deadline') : '',
      feedback: values.feedback ? say('mail.letter.feedback') : '',
    });
    return { subject, text: around(body) };
  }
  return { subject: say(`mail.${kind}.subject`), text: around(say(`mail.${kind}.body`)) };
};

const isLetter = (kind: MessageKind): kind is Exclude<MessageKind, Written> => kind.startsWith('letter-');

/** A committee's letter: the words staff gave it, with this reader's values in their places. */
const letterOf = ({ kind, words, language }: Mail, values: Readonly<Record<string, string>>) => {
  const own = letterKinds.find((one) => kind === `letter-${one}`) ?? 'decline';
  // A letter written before staff could write their own has none with it.
  const { subject, body } = words ?? wordsIn(defaultLetters[own], language);
  return { subject: oneLine(fillLetter(subject, values)), body: fillLetter(body, values) };
};

// A subject is a header: whatever a value holds, it stays on its line.
const oneLine = (text: string) => text.replaceAll(/\s+/g, ' ').trim();
