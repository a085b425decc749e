import { expect, test } from 'vitest';
import { messageKinds } from '../../../shared/messages/message.ts';
import { composeMail } from '../../../web/messages/mail/compose-mail.ts';
import { aMessage } from '../../support/messages-fakes.ts';

const compose = composeMail('https://shimai.example');
const values = {
  title: 'Music on two rivers',
  us: 'Austin, TX',
  jp: 'Oita',
  jpJa: '大分市',
  number: 'SHM-1A2B3C4D',
  at: '2027-01-14T21:59:59.000Z',
  until: '2027-02-01T22:00:00.000Z',
  closes: '2027-01-14T22:00:00.000Z',
  was: '2027-01-07T22:00:00.000Z',
  zone: 'America/New_York',
  sha256: 'ab'.repeat(32),
  days: '3',
  count: '2',
  amountCents: '1260000',
  arrives: '2027-05-11',
  leaves: '2027-05-18',
  office: '大分市国際課',
  chapter: 'JETAA Texoma',
  organisation: 'Austin sister-city organisation',
  round: 'Exchange Funding 2027',
  reason: 'Say who hosts.',
  question: 'May a village apply?',
  answer: 'Yes.',
  verdict: 'confirmed',
  path: 'applications/a1',
  linkPath: 'confirm',
  colleague: 'next@city.oita.example',
  state: 'draft',
  end: 'own',
  extension: 'given',
  step: 'received',
  sender: 'Casey Field',
  body: 'Austin sister-city organisation',
  as: 'coordinator',
  role: 'board',
};

test.each(messageKinds)('%s has all its words in both languages, and a link whole', (kind) => {
  for (const language of ['en', 'ja'] as const) {
    const { subject, text } = compose(aMessage({ kind, language, values, linkToken: 'token-1' }));
    expect(subject).not.toMatch(/[{}]|undefined|\n/);
    expect(text).not.toMatch(/[{}]|undefined/);
    const linked = kind.startsWith('invitation') || kind.endsWith('-request');
    if (linked) expect(text).toContain(`https://shimai.example/${language}/confirm/token-1`);
    if (language === 'ja') expect(text).toMatch(/(ます|ください|ました|以上|回答)/);
  }
});

test.each([
  ['reminder-draft', 'state', ['draft', 'reopened', 'returned']],
  ['reminder-draft', 'end', ['own', 'round']],
  ['application-extended', 'extension', ['given', 'withdrawn']],
  ['introduction-request', 'as', ['coordinator', 'lead']],
  ['introduction-request', 'sender', ['Casey Field', 'none']],
  ['introduction-answered', 'answer', ['yes', 'no']],
  ['introduction-joined', 'role', ['delegate', 'interpreter', 'board', 'advisor']],
  ['complaint-step', 'step', ['received', 'takenup', 'upheld', 'notupheld', 'withdrawn']],
] as const)('%s says something else for each %s, in both languages', (kind, name, choices) => {
  for (const language of ['en', 'ja'] as const) {
    const written = choices.map((choice) => {
      const { subject, text } = compose(aMessage({ kind, language, values: { ...values, [name]: choice } }));
      return `${subject}\n${text}`;
    });
    expect(new Set(written).size).toBe(choices.length);
  }
});

test('instants are told by the round’s clock and Japan’s', () => {
  const { text } = compose(aMessage({ values }));
  expect(text).toContain('Thu, January 14, 2027, 4:59 pm'.replace(' pm', '\u00a0pm'));
  expect(text).toContain('Fri, January 15, 2027, 6:59 am'.replace(' am', '\u00a0am'));
});

test('an office is written to as its own letters are: no greeting by name, dates with the era', () => {
  const { text } = compose(aMessage({ kind: 'counterpart-request', language: 'ja', values, linkToken: 't' }));
  expect(text).toMatch(/^大分市国際課 御中/);
  expect(text).toContain('令和9年（2027年）5月11日（火）');
  expect(text).toContain('回答期限：令和9年（2027年）2月2日（火） 7:00（日本時間）\n');
});

test('an office reads its sister city’s name in Japanese, and which organization asks', () => {
  const message = aMessage({ kind: 'counterpart-request', language: 'ja', values, linkToken: 't' });
  const { subject, text } = compose(message);
  expect(subject).toContain('テキサス州オースティン市からの');
  expect(text).toContain('テキサス州オースティン市の団体「Austin sister-city organisation」より');
  expect(text).toContain('of your sister city Austin, TX');
});

test('an office’s letter says all in Japanese first and in English after, each with its own link', () => {
  const { text } = compose(aMessage({ kind: 'counterpart-request', language: 'ja', values, linkToken: 't' }));
  const [ja, en] = [text.indexOf('/ja/confirm/t'), text.indexOf('/en/confirm/t')];
  expect(ja).toBeGreaterThan(0);
  expect(en).toBeGreaterThan(ja);
  expect(text.slice(en)).toContain('The link works until');
});
