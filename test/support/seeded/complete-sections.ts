import type { SectionId } from '../../../shared/applications/application.ts';
import type { SectionData } from '../../../shared/applications/sections/section-form.ts';
import { inDays } from './clock.ts';

const day = (fromNow: number) => inDays(fromNow).toISOString().slice(0, 10);

const usualSummary = 'Eight people of both trades spend nine days in workshops, kitchens and a joint market.';

/** Every section as it can be submitted, in a round with the terms of `rounds.ts`. */
export const completeSections = (
  title: string,
  summary = usualSummary,
): Readonly<Record<SectionId, SectionData>> => ({
  eligibility: {
    publicOrNonprofit: 'yes',
    runsPartnership: 'yes',
    counterpartKnows: 'yes',
    usesMatch: 'yes',
    earlierAwards: '',
  },
  project: {
    title,
    theme: 'creative-economies',
    focus: 'Food as a common craft',
    summary,
  },
  outcomes: {
    indicator: 'more-active',
    objectives: [
      { objective: 'Two joint products on sale', measure: 'Sold in both cities', by: day(300) },
      { objective: 'A return visit agreed', measure: 'Dates in writing', by: day(240) },
    ],
  },
  delegation: {
    direction: 'to-japan',
    startsOn: day(150),
    endsOn: day(158),
    minors: '2',
    delegates: [
      { name: 'Adult One', role: 'Owner of a bakery', kind: 'business' },
      { name: '', role: 'Teacher of ceramics', kind: 'arts' },
      { name: 'Adult Three', role: 'Former assistant teacher', kind: 'jet-alum' },
    ],
  },
  meetings: {
    meetings: [
      { with: '大分市国際課', kind: 'city-office', purpose: 'Agree on the second year', priority: 'high' },
      { with: 'American Chamber', kind: 'american-chamber', purpose: 'Meet importers', priority: 'medium' },
    ],
  },
  partners: {
    partners: [
      {
        organisation: 'Market Hall',
        role: 'Hosts the market',
        contribution: 'in-kind',
        given: 'Stands',
        amount: '',
      },
      { organisation: 'Airport', role: 'Fares', contribution: 'money', given: '', amount: '2,500.00' },
    ],
  },
  sustainability: {
    programming: 'A market each autumn.',
    resources: 'The two trade associations carry it on.',
  },
  budget: {
    lines: [
      {
        category: 'travel',
        description: 'Fares',
        quantity: '8',
        unitCost: '1,200.00',
        requested: '6,400',
        match: '3,200',
      },
      {
        category: 'venue',
        description: 'Hall',
        quantity: '1',
        unitCost: '800',
        requested: '400',
        match: '400.00',
      },
    ],
  },
  attachments: { none: 'yes' },
  questions: { press: 'The city’s press office' },
  counterpart: { office: '大分市国際課', contact: '担当者', email: 'kokusai@city.example' },
  declaration: {
    officialName: 'Authorised Official',
    officialTitle: 'President',
    officialEmail: 'official@city.example',
    accurate: 'yes',
    peopleTold: 'yes',
    followsRules: 'yes',
  },
});
