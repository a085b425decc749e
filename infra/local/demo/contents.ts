import type { SectionId } from '../../../shared/applications/application.ts';
import type { SectionData } from '../../../shared/applications/sections/section-form.ts';
import type { Theme } from '../../../shared/kernel/theme.ts';

/** What is made up of one application; the city pair it is about is real. */
export type DemoProject = {
  readonly title: string;
  readonly theme: Theme;
  readonly focus: string;
  readonly us: string;
  readonly jp: string;
  readonly jpJa: string;
  readonly airport: string;
  readonly what: string;
  readonly partner: string;
  readonly follows: string;
  /** Travellers, and dollars for each flight. */
  readonly people: number;
  readonly fare: number;
  /** Days from now at which the delegation leaves, as a calendar day. */
  readonly leaves: string;
  readonly returns: string;
  readonly measured: string;
};

/** Without its dates, which are placed around the day the demo begins. */
export type PlannedProject = Omit<DemoProject, 'leaves' | 'returns'> & { readonly partnershipId: string };

const dollars = (amount: number) => amount.toFixed(2);

/** Every section as its fields would be typed. Complete and within the demo rounds' rules. */
export const sectionsOf = (project: DemoProject): Readonly<Partial<Record<SectionId, SectionData>>> => ({
  eligibility: {
    publicOrNonprofit: 'yes',
    runsPartnership: 'yes',
    counterpartKnows: 'yes',
    usesMatch: 'yes',
    earlierAwards: '',
  },
  project: { title: project.title, theme: project.theme, focus: project.focus, summary: project.what },
  outcomes: {
    indicator: 'more-active',
    objectives: [
      {
        objective: `Begin regular joint work between ${project.us} and ${project.jp}.`,
        measure: project.measured,
        by: project.measured ? project.returns : '',
      },
      {
        objective: `${project.partner} and its counterpart in ${project.jp} meet four times a year.`,
        measure: 'Four meetings with published notes',
        by: project.returns,
      },
    ],
  },
  delegation: {
    direction: 'to-japan',
    startsOn: project.leaves,
    endsOn: project.returns,
    minors: '',
    delegates: [
      { name: '', role: 'Delegation lead, sister-city organization', kind: 'community' },
      { name: '', role: `Member of ${project.partner}`, kind: 'business' },
      { name: '', role: 'International relations officer', kind: 'official' },
      { name: '', role: 'Former JET coordinator, interpreter', kind: 'jet-alum' },
    ],
  },
  meetings: {
    meetings: [
      {
        with: `${project.jp} city office, international exchange section`,
        kind: 'city-office',
        purpose: 'Agree on the work plan and on who looks after it on both sides.',
        priority: 'high',
      },
      {
        with: 'American Chamber of Commerce in Japan',
        kind: 'american-chamber',
        purpose: 'Introduce the two regions’ firms to members with the same customers.',
        priority: 'medium',
      },
      {
        with: `Economic development office, ${project.jp}`,
        kind: 'economic-development-office',
        purpose: 'Visit three firms that wish to work abroad for the first time.',
        priority: 'high',
      },
    ],
  },
  partners: {
    partners: [
      {
        organisation: project.partner,
        role: 'Hosts the follow-up',
        contribution: 'in-kind',
        given: 'Rooms and staff time',
        amount: '',
      },
      {
        organisation: `City of ${project.us}`,
        role: 'Co-funds the travel',
        contribution: 'money',
        given: 'Grant from the city',
        amount: '1500.00',
      },
    ],
  },
  sustainability: {
    programming: project.follows,
    resources: `${project.partner} gives one afternoon a week; the city renews its yearly grant.`,
  },
  budget: {
    lines: [
      {
        category: 'travel',
        description: `Airfare, ${project.airport}`,
        quantity: String(project.people),
        unitCost: dollars(project.fare),
        requested: dollars(project.people * project.fare - 1500),
        match: '1500.00',
      },
      {
        category: 'lodging',
        description: `Seven nights in ${project.jp}`,
        quantity: String(project.people * 7),
        unitCost: '92.00',
        requested: dollars(project.people * 7 * 92),
        match: '0',
      },
      {
        category: 'interpretation',
        description: 'Interpreter for working days',
        quantity: '3',
        unitCost: '350.00',
        requested: '1050.00',
        match: '0',
      },
      {
        category: 'programming',
        description: 'Workshop after the return',
        quantity: '1',
        unitCost: '1200.00',
        requested: '400.00',
        match: '800.00',
      },
    ],
  },
  attachments: { none: 'yes' },
  questions: {
    'jet-alumni': 'Two former JET participants interpret and prepare the delegation in four evenings.',
  },
  counterpart: {
    office: `${project.jpJa}国際交流担当課`,
    contact: '',
    email: `kokusai@${project.jp.toLowerCase()}.example`,
  },
  declaration: {
    officialName: 'Authorized official',
    officialTitle: 'Chair of the board',
    officialEmail: `official@${project.us.toLowerCase().replaceAll(' ', '-')}.example`,
    accurate: 'yes',
    peopleTold: 'yes',
    followsRules: 'yes',
  },
});
