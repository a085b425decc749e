import type { ApplicationAssignments } from '../../../shared/reviews/view-assignments.ts';
import { Form } from '../../components/form/form.tsx';
import { keptPairWords } from '../../components/map/kept-pair.tsx';
import { Twin } from '../../components/notice.tsx';
import type { View } from '../../view.ts';

type Props = { view: View; one: ApplicationAssignments };

/** One reviewer's place given to another, where it stands: the new one first, so that a refusal loses nobody. */
export const Reassign = ({ view, one }: Props) => {
  const { t } = view;
  const replaceable = one.reviews.filter(({ status }) => status !== 'submitted');
  const free = one.candidates.filter(({ conflict }) => !conflict);
  if (free.length === 0) return <p class="soft small">{t('reviews.assignments.no-candidate')}</p>;
  const [from, to] = [`from-${one.id}`, `to-${one.id}`];
  return (
    <Twin summary={t('reviews.reassign.title', { pair: keptPairWords(view, one.pair) })}>
      <Form view={view} class="flow">
        <input type="hidden" name="action" value="reassign" />
        <input type="hidden" name="applicationId" value={one.id} />
        <div class="field">
          <label for={from}>{t('reviews.reassign.from')}</label>
          <select id={from} name="reviewId">
            <option value="">{t('reviews.reassign.nobody')}</option>
            {replaceable.map(({ reviewId, version, name, status, conflict }) => (
              <option value={`${reviewId}/${version}`}>
                {name} ({t(`reviews.status.${conflict ? 'conflicted' : status}`)})
              </option>
            ))}
          </select>
        </div>
        <div class="field">
          <label for={to}>{t('reviews.reassign.to')}</label>
          <select id={to} name="reviewerId">
            <option value="">{t('site.choose')}</option>
            {free.map(({ reviewerId, name, load }) => (
              <option value={reviewerId}>{t('reviews.assignments.candidate', { name, load })}</option>
            ))}
          </select>
        </div>
        <p class="hint">{t('reviews.reassign.nobody-mailed')}</p>
        <button class="go2" type="submit">
          {t('reviews.reassign.go')}
        </button>
      </Form>
    </Twin>
  );
};
