import { alumNumber } from '../../../shared/alumni/alum.ts';
import type { Failure } from '../../../shared/failures.ts';
import type { Partnership } from '../../../shared/partnerships/partnership.ts';
import { ErrorSummary } from '../../components/form/error-summary.tsx';
import { formOf } from '../../components/form/form-state.ts';
import { TextField } from '../../components/form/text-fields.tsx';
import { pairWords } from '../../components/map/place-words.ts';
import type { View } from '../../view.ts';

const path = '/alumni/matching/score';
/** Where staff see how a pair's score comes about, and where the other one of a pair is asked for. */
export const scorePath = (partnershipId: string, alumId: string) =>
  `${path}?partnership=${partnershipId}&alum=${alumId}`;
export const numberPath = (partnershipId: string, number: string) =>
  `${path}?${new URLSearchParams({ partnership: partnershipId, number })}`;
export const otherAlumPath = (partnershipId: string) => `${path}?partnership=${partnershipId}`;
export const otherPartnershipPath = (alumId: string) => `${path}?alum=${alumId}`;

/** What is asked for so far. What is known of it is not asked for again. */
export type ScoreAsked = {
  readonly partnership?: Partnership | undefined;
  /** Where the words fit more than one, or none. */
  readonly found?: readonly Partnership[] | undefined;
  readonly words: string;
  readonly alumId?: string | undefined;
  /** As it was typed. */
  readonly number: string;
};
type Props = { view: View; asked?: ScoreAsked; failure?: Failure | undefined };

/** Asks for a pair: the partnership by the names of its places, the alum by number. */
export const ScoreForm = ({ view, asked, failure }: Props) => {
  const { t, href, language } = view;
  const { partnership, alumId } = asked ?? {};
  const form = formOf(view, {
    values: { q: asked?.words, number: asked?.number },
    labels: { q: t('matches.docket.pair'), number: t('matches.score.alum') },
    words: ({ path: field, code }) =>
      field === 'number' && code !== 'required' ? t('matches.score.alum.wrong') : undefined,
    failure,
  });
  return (
    <>
      <ErrorSummary form={form} />
      <form method="get" action={href(path)} class="column flow">
        {partnership ? (
          <p>
            <input type="hidden" name="partnership" value={partnership.id} />
            {pairWords(language, partnership)}
          </p>
        ) : (
          <TextField form={form} name="q" hint={t('paper.list.find.hint')} />
        )}
        {alumId ? (
          <p>
            <input type="hidden" name="alum" value={alumId} />
            {t('matches.number', { number: alumNumber(alumId) })}
          </p>
        ) : (
          <TextField form={form} name="number" autocomplete="off" hint={t('matches.score.alum.hint')} />
        )}
        <p class="acts">
          <button class="go2" type="submit">
            {t('matches.score.go')}
          </button>
        </p>
      </form>
    </>
  );
};
