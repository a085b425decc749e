import { localOf } from '../../../shared/kernel/zoned-time.ts';
import type { Walker } from '../../support/browser.ts';

export const zone = 'America/New_York';
const localIn = (days: number) =>
  `${localOf(new Date(Date.now() + days * 86_400_000), zone).slice(0, 10)}T17:00`;
/** A calendar day so many days from today, in UTC. */
export const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

export const idIn = (walkerOf: Walker, pattern: RegExp): string => {
  const id = pattern.exec(walkerOf.page.url())?.[1];
  if (!id) throw new Error(`No id in ${walkerOf.page.url()}`);
  return id;
};

/** Staff create a round that is open, and publish it. Its id. */
export const publishRound = async (staff: Walker, name: string): Promise<string> => {
  await staff.open('/staff/rounds/new');
  await staff.fill({
    'name.en': name,
    'name.ja': `交流助成 ${name}`,
    'summary.en': 'Visit your sister city and begin a program there.',
    'summary.ja': '姉妹都市を訪問し、新たな事業を始める団体を支援いたします。',
    zone,
    opens: localIn(-1),
    closes: localIn(20),
    reviewDue: localIn(40),
    graceMinutes: '15',
    envelopeCents: '96,000',
    maximumAwardCents: '15,000',
    slots: '8',
    matchPercent: '20',
    reviewersPerApplication: '1',
    themes: ['business-development', 'creative-economies'],
  });
  await staff.press('main .go[value=save]');
  const roundId = idIn(staff, /\/staff\/rounds\/([^/?]+)/);
  await staff.open(`/staff/rounds/${roundId}/publish`);
  await staff.press();
  return roundId;
};

const sections: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  [
    'eligibility',
    { publicOrNonprofit: 'yes', runsPartnership: 'yes', counterpartKnows: 'yes', usesMatch: 'yes' },
  ],
  [
    'project',
    {
      title: 'Lakes and makers',
      theme: 'creative-economies',
      focus: 'Small makers',
      summary: 'Six makers visit their peers for a week and prepare a shared season.',
    },
  ],
  [
    'outcomes',
    {
      indicator: 'more-active',
      'objectives.0.objective': 'A shared season',
      'objectives.0.measure': 'Twelve products of each town on sale',
      'objectives.0.by': dayIn(300),
    },
  ],
  [
    'delegation',
    {
      direction: 'to-japan',
      startsOn: dayIn(150),
      endsOn: dayIn(157),
      'delegates.0.role': 'Studio owner',
      'delegates.0.kind': 'business',
    },
  ],
  [
    'meetings',
    {
      'meetings.0.with': 'City office, exchange section',
      'meetings.0.kind': 'city-office',
      'meetings.0.purpose': 'Agree on the work plan.',
      'meetings.0.priority': 'high',
    },
  ],
  [
    'partners',
    {
      'partners.0.organisation': 'Makers’ guild',
      'partners.0.role': 'Hosts the season',
      'partners.0.contribution': 'in-kind',
    },
  ],
  [
    'sustainability',
    { programming: 'The season is repeated every year.', resources: 'The guild pays for the rooms.' },
  ],
  [
    'budget',
    {
      'lines.0.category': 'travel',
      'lines.0.description': 'Airfare',
      'lines.0.quantity': '6',
      'lines.0.unitCost': '1,200.00',
      'lines.0.requested': '6,000.00',
      'lines.0.match': '1,200.00',
    },
  ],
  ['attachments', { none: 'yes' }],
];

/** Every section but the counterpart and the declaration, as somebody writes it. */
export const writeSections = async (writer: Walker, base: string): Promise<void> => {
  for (const [section, values] of sections) {
    await writer.open(`${base}/${section}`);
    await writer.fill(values);
    await writer.press('main .go[value=continue]');
  }
};

/** The declaration, signed by whoever has this address. */
export const declare = async (writer: Walker, base: string, officialEmail: string): Promise<void> => {
  await writer.open(`${base}/declaration`);
  await writer.fill({
    officialName: 'Authorised official',
    officialTitle: 'Chair',
    officialEmail,
    accurate: 'yes',
    peopleTold: 'yes',
    followsRules: 'yes',
  });
  await writer.press('main .go[value=continue]');
};
