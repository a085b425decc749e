import type { Flag } from '../../../shared/reviews/flag.ts';
import { Badge } from '../../components/badge.tsx';
import { described, FieldError } from '../../components/form/field-frame.tsx';
import { Form } from '../../components/form/form.tsx';
import type { FormState } from '../../components/form/form-state.ts';
import { Band } from '../../components/head.tsx';
import { Twin } from '../../components/notice.tsx';
import type { View } from '../../view.ts';

type Props = { form: FormState; view: View; reviewId: string; flags: readonly Flag[] };

/** A word to staff about the application, apart from scores and remarks; below, what was answered. */
export const FlagPanel = ({ form, view, reviewId, flags }: Props) => {
  const { t, format } = view;
  const zone = view.viewerZone ?? 'UTC';
  return (
    <Band id="flag" title={t('reviews.flag.title')} lede={t('reviews.flag.lede')}>
      {flags.map((flag) => (
        <section
          class="gap-2 column"
          aria-label={t('reviews.flag.one', { when: format.moment(flag.raisedAt, zone) })}
        >
          <p>
            <Badge is={flag.status === 'raised' ? 'wait' : 'done'}>{t(`reviews.flag.${flag.status}`)}</Badge>{' '}
            <span class="soft small">{format.moment(flag.raisedAt, zone)}</span>
          </p>
          <p class="words">{flag.reason}</p>
          {flag.note && (
            <p class="words soft">
              {t('reviews.flag.note')}: {flag.note}
            </p>
          )}
        </section>
      ))}
      <Twin summary={t('reviews.flag.raise')} open={form.error('reason') !== undefined}>
        <Form view={view} action={`/reviews/${reviewId}/flags`} class="column flow">
          <div class="field">
            <label for="reason">{t('reviews.flag.reason')}</label>
            <span class="hint">{t('reviews.flag.reason.hint')}</span>
            <textarea id="reason" name="reason" rows={3} {...described({ form, name: 'reason' })}>
              {form.value('reason')}
            </textarea>
            <FieldError form={form} name="reason" />
          </div>
          <p class="hint">{t('site.outbox.nobody')}</p>
          <button class="go2" type="submit">
            {t('reviews.flag.go')}
          </button>
        </Form>
      </Twin>
    </Band>
  );
};
