import { type Offer, offerSchema } from '../../../shared/alumni/alum.ts';
import type { Choices } from '../../../shared/alumni/consent.ts';
import { type ProfileDetails, profileDetailsSchema } from '../../../shared/conflicts/person-profile.ts';
import type { InvalidInput } from '../../../shared/kernel/failure.ts';
import { fail, ok, type Result } from '../../../shared/kernel/result.ts';
import type { Typed } from '../../components/form/typed.ts';
import { readPlaces } from '../../components/places/read-places.ts';

const placesSchema = profileDetailsSchema.pick({ placements: true, home: true });

/** Words parted by commas, Latin or Japanese. */
const wordsIn = (text: string) =>
  text
    .split(/[,、，;；]/)
    .map((one) => one.trim())
    .filter(Boolean);

/** The offer as its page sends it; problems under its fields' names. */
export const readOffer = (typed: Typed): Result<Offer, InvalidInput> => {
  const chapter = typed.text('chapter');
  const read = offerSchema.safeParse({
    japanese: typed.text('japanese') || undefined,
    languages: wordsIn(typed.text('languages')),
    fields: typed.all('fields'),
    skills: wordsIn(typed.text('skills')),
    topics: typed.all('topics'),
    ways: typed.all('ways'),
    availability: typed.text('availability') || undefined,
    most: Number(typed.text('most')) || undefined,
    ...(chapter && { chapter }),
  });
  if (read.success) return ok(read.data);
  return fail({
    kind: 'invalid-input',
    fields: read.error.issues.map((issue) => ({
      // Words share one field: a problem with the third is the field's.
      path: String(issue.path[0]),
      code: issue.code,
      ...(issue.code === 'too_big' && { detail: String(issue.maximum) }),
    })),
  });
};

/** A box that was not ticked is a no. */
export const readChoices = (typed: Typed): Choices => {
  const isTicked = (one: keyof Choices) => typed.text(one) === 'yes';
  return {
    matched: isTicked('matched'),
    chapter: isTicked('chapter'),
    mail: isTicked('mail'),
    statistics: isTicked('statistics'),
  };
};

type Places = Pick<ProfileDetails, 'placements' | 'home'>;

/** The places of one page as it sends them, of which this is asked: where they served, or where they live. */
export const readPlacesOf = (typed: Typed, asked: keyof Places): Result<Places, InvalidInput> => {
  const { home, placements, problems, questions, fieldOf } = readPlaces(typed);
  const read = placesSchema.safeParse(asked === 'home' ? { home } : { placements });
  const isMissing = asked === 'home' ? home === undefined : placements.length === 0;
  const fields = [
    ...problems,
    ...questions,
    ...(isMissing ? [{ path: asked, code: 'required' }] : []),
    ...(read.error?.issues ?? []).map(({ path, message, code }) => ({
      path: fieldOf(path.join('.')),
      code: message === 'ends-before-start' ? message : code === 'invalid_type' ? 'required' : code,
    })),
  ];
  return read.success && fields.length === 0 ? ok(read.data) : fail({ kind: 'invalid-input', fields });
};
