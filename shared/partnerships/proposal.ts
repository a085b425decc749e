import * as z from 'zod';
import type { DomainEvent } from '../kernel/event.ts';
import type { StepRefused } from '../kernel/failure.ts';
import { idSchema } from '../kernel/ids.ts';
import { fail, ok, type Result } from '../kernel/result.ts';
import { lineSchema } from '../kernel/text.ts';
import { foldText } from '../reference/fold-text.ts';
import { prefectureCodeSchema, stateCodeSchema } from '../reference/regions.ts';
import type { Partnership } from './partnership.ts';

// Latin letters with or without macrons, and what stands between them in names.
const romajiSchema = lineSchema(60).pipe(
  z
    .string()
    .regex(/^[\p{L}\p{M}\d .,'’()-]+$/u)
    .regex(/\p{Script=Latin}/u),
);

/** A pair that the directory lacks: names in Latin letters on both sides, in Japanese where it is known. */
export const proposalSchema = z.strictObject({
  organisationId: idSchema,
  usName: romajiSchema,
  usState: stateCodeSchema,
  jpName: romajiSchema,
  jpNameJa: lineSchema(30).optional(),
  jpPrefecture: prefectureCodeSchema,
  establishedYear: z.int().min(1900).max(2100).optional(),
});
export type Proposal = z.output<typeof proposalSchema>;

export type PartnershipChange = {
  readonly partnership: Partnership;
  readonly events: readonly DomainEvent[];
};

// "Oita City", "Oita-shi" and "Oita" are one place.
const bare = (name: string) =>
  foldText(name.replace(/[\s-]+(city|town|village|ward|shi|cho|machi|mura|son|ku)$/iu, ''));

/** What makes two pairs the same: places and regions, however they are spelt. */
export const pairKey = ({ us, jp }: Pick<Partnership, 'us' | 'jp'>): string =>
  [bare(us.name), us.region, bare(jp.name), jp.region].join('/');

/** Whether a listed pair is the proposed one: by its romaji, or by its name in Japanese. */
export const isSamePair = (
  listed: Pick<Partnership, 'us' | 'jp'>,
  proposed: Pick<Partnership, 'us' | 'jp'>,
): boolean => {
  if (pairKey(listed) === pairKey(proposed)) return true;
  const sameUs = bare(listed.us.name) === bare(proposed.us.name) && listed.us.region === proposed.us.region;
  return (
    sameUs &&
    Boolean(proposed.jp.nameJa) &&
    listed.jp.nameJa === proposed.jp.nameJa &&
    listed.jp.region === proposed.jp.region
  );
};

/** The pair as a partnership that stands proposed until staff confirm it. */
export const pairProposed = (
  { usName, usState, jpName, jpNameJa, jpPrefecture, establishedYear }: Omit<Proposal, 'organisationId'>,
  id: string,
): Partnership => ({
  id,
  us: { name: usName, region: usState },
  jp: { name: jpName, region: jpPrefecture, ...(jpNameJa && { nameJa: jpNameJa }) },
  ...(establishedYear && { establishedYear }),
  standing: 'proposed',
});

type Act = { readonly by: string; readonly now: Date };

const change = (partnership: Partnership, type: string, { by, now }: Act): PartnershipChange => {
  const { id } = partnership;
  const event = {
    id: `${id}/${type}`,
    subject: `partnership#${id}`,
    type,
    at: now.toISOString(),
    by,
    data: {},
  };
  return { partnership, events: [event] };
};

export const propose = (partnership: Partnership, act: Act): PartnershipChange =>
  change(partnership, 'partnership-proposed', act);

/** Staff take a proposed pair into the directory. Once, and for good. */
export const confirm = (partnership: Partnership, act: Act): Result<PartnershipChange, StepRefused> =>
  partnership.standing === 'proposed'
    ? ok(change({ ...partnership, standing: 'confirmed' }, 'partnership-confirmed', act))
    : fail({ kind: 'step-refused', current: partnership.standing, action: 'confirm' });
