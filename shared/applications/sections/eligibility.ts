import { checkEligibility } from '../../programs/check-eligibility.ts';
import type {
  CheckKind,
  EligibilityAnswers,
  EligibilityFinding,
  EligibilityRound,
} from '../../programs/eligibility-rule.ts';
import { choice, type Field, integer, line } from './field.ts';
import type { SectionProblem } from './problem.ts';
import { type SectionData, sectionForm, textOf } from './section-form.ts';

const yesNo = (): Field<'yes' | 'no'> => choice(['yes', 'no']);
/** Asked only in some rounds; those rounds require it by rule. */
const byRound = { optional: true, joinedLater: true } as const;

/** What an application cannot go without: a `no` is told at once and not after the deadline. */
const conditions = ['publicOrNonprofit', 'runsPartnership', 'counterpartKnows', 'usesMatch'] as const;

const numbers = { ein: /^\d{2}-?\d{7}$/, uei: /^[A-Z0-9]{12}$/i } as const;

/** Under which question each of a round's further conditions is answered. */
const askedAs = {
  memberCity: 'member-city',
  partnershipActive: 'active-partnership',
  lastFunded: 'not-funded-in-years',
} as const satisfies Record<string, CheckKind>;

const has = ({ eligibility }: EligibilityRound, kind: CheckKind) =>
  eligibility.rules.some((rule) => rule.kind === kind);

/** The questions that only this round's rules lead to. */
const isAskedIn = (round: EligibilityRound, name: string): boolean => {
  const { fiscalSponsor, ein, uei } = round.eligibility;
  if (name === 'fiscalSponsor') return fiscalSponsor;
  if (name === 'ein') return ein !== 'not-asked';
  if (name === 'uei') return uei !== 'not-asked';
  const kind = Object.entries(askedAs).find(([field]) => field === name)?.[1];
  return kind === undefined || has(round, kind);
};

export const eligibilityForm = (round: EligibilityRound) =>
  sectionForm({
    fields: {
      /** A city, county, state, or a nonprofit organisation. */
      publicOrNonprofit: yesNo(),
      /** The nonprofit that answers for the money of a group without a legal form of its own. */
      fiscalSponsor: line(160, byRound),
      /** It runs the partnership named, or is forming it with the Japanese city's agreement. */
      runsPartnership: yesNo(),
      /** It is signed and active, not only being formed. */
      partnershipActive: choice(['yes', 'no'], byRound),
      /** The city is a member of the national network. */
      memberCity: choice(['yes', 'no'], byRound),
      /** The Japanese city's office knows of the plan. */
      counterpartKnows: yesNo(),
      /** The match comes from other sources than this program. */
      usesMatch: yesNo(),
      /** The year of the latest award of this program; empty where there was none. */
      lastFunded: integer({ min: 1956, max: 2999 }, byRound),
      /** An award of this program in the last five years: none, or which. */
      earlierAwards: line(300, { optional: true }),
      ein: line(12, byRound),
      uei: line(16, byRound),
    },
    lists: {},
    isAsked: () => (name) => isAskedIn(round, name),
    rules: (answers) => {
      const problems: SectionProblem[] = [];
      const sponsored = round.eligibility.fiscalSponsor && Boolean(answers.fiscalSponsor);
      for (const path of conditions)
        if (answers[path] === 'no' && !(path === 'publicOrNonprofit' && sponsored))
          problems.push({ path, code: 'not-eligible' });
      for (const path of ['partnershipActive', 'memberCity'] as const)
        if (isAskedIn(round, path) && !answers[path]) problems.push({ path, code: 'required' });
      const funded = answers.lastFunded;
      if (has(round, 'not-funded-in-years') && funded) {
        const [finding] = checkEligibility(round, { lastFunded: funded }).filter(
          ({ kind }) => kind === 'not-funded-in-years',
        );
        if (finding?.standing === 'not-met') problems.push({ path: 'lastFunded', code: 'funded-too-lately' });
      }
      for (const path of ['partnershipActive', 'memberCity'] as const)
        if (isAskedIn(round, path) && answers[path] === 'no') problems.push({ path, code: 'not-eligible' });
      for (const path of ['ein', 'uei'] as const)
        problems.push(...numberProblems(round, path, answers[path]));
      return problems;
    },
  });

const numberProblems = (
  round: EligibilityRound,
  path: 'ein' | 'uei',
  typed: string | undefined,
): readonly SectionProblem[] => {
  const asking = round.eligibility[path];
  if (asking === 'not-asked') return [];
  if (!typed) return asking === 'required' ? [{ path, code: 'required' }] : [];
  return numbers[path].test(typed) ? [] : [{ path, code: path === 'ein' ? 'not-an-ein' : 'not-a-uei' }];
};

const yes = (typed: string): 'yes' | 'no' | undefined =>
  typed === 'yes' || typed === 'no' ? typed : undefined;

/** What the section says of itself, as the rules ask for it. */
export const eligibilityAnswers = (data: SectionData): EligibilityAnswers => {
  const said = (name: string) => textOf(data, name).trim();
  const legal = said('publicOrNonprofit');
  const applicant = legal === 'yes' ? 'nonprofit' : said('fiscalSponsor') !== '' ? 'sponsored' : 'other';
  const runs = said('runsPartnership');
  const partnership = runs === 'no' ? 'none' : said('partnershipActive') === 'no' ? 'forming' : 'active';
  const [counterpart, memberCity] = [yes(said('counterpartKnows')), yes(said('memberCity'))];
  const year = Number(said('lastFunded').normalize('NFKC'));
  const lastFunded = said('lastFunded') === '' ? 'never' : Number.isInteger(year) ? year : undefined;
  return {
    ...(legal !== '' && { applicant }),
    ...(runs !== '' && { partnership }),
    ...(counterpart && { counterpart }),
    ...(memberCity && { memberCity }),
    ...(lastFunded !== undefined && { lastFunded }),
    ...(said('ein') !== '' && { ein: 'yes' as const }),
    ...(said('uei') !== '' && { uei: 'yes' as const }),
  };
};

const here: readonly CheckKind[] = [
  'applicant',
  'partnership',
  'counterpart',
  ...Object.values(askedAs),
  'ein',
  'uei',
];

/** How the round's conditions stand by this section's answers; amounts are for the budget to say. */
export const eligibilityFindings = (
  round: EligibilityRound,
  data: SectionData,
): readonly EligibilityFinding[] =>
  checkEligibility(round, eligibilityAnswers(data)).filter(({ kind }) => here.includes(kind));
