import { choice, date, integer, line } from './field.ts';
import type { SectionProblem } from './problem.ts';
import { sectionForm } from './section-form.ts';

const delegateKinds = [
  'business',
  'official',
  'education',
  'arts',
  'youth',
  'jet-alum',
  'community',
] as const;
export const directions = ['to-japan', 'to-us', 'both'] as const;

/** A visit that began before the round opened is a slip of the year, or one copied from an earlier application. */
export const delegationForm = ({ opens }: { readonly opens: string } = { opens: '' }) =>
  sectionForm({
    fields: {
      direction: choice(directions),
      startsOn: date(),
      endsOn: date(),
      /** Travellers under 18: their number only, never a name. */
      minors: integer({ min: 0, max: 200 }, { optional: true }),
    },
    lists: {
      /** Adults. A name may follow later; role and kind say what the delegation is made of. */
      delegates: {
        fields: {
          name: line(80, { optional: true, personal: true }),
          role: line(120),
          kind: choice(delegateKinds),
        },
        atLeast: 1,
        atMost: 40,
      },
    },
    rules: ({ startsOn, endsOn, delegates }) => {
      const problems: SectionProblem[] = [];
      if (startsOn && startsOn < opens.slice(0, 10))
        problems.push({ path: 'startsOn', code: 'begins-in-the-past' });
      if (startsOn && endsOn && endsOn < startsOn)
        problems.push({ path: 'endsOn', code: 'ends-before-it-begins' });
      // The booklet asks for community partners and not only officials.
      if (delegates.length > 0 && delegates.every(({ kind }) => kind === 'official'))
        problems.push({ path: 'delegates', code: 'officials-only' });
      return problems;
    },
  });
