import type { Page } from '../../../shared/kernel/page.ts';
import type { ListedFlag } from '../../../shared/reviews/list-flags.ts';
import { Badge } from '../../components/badge.tsx';
import { Form } from '../../components/form/form.tsx';
import { Band } from '../../components/head.tsx';
import { nameWords } from '../../components/name-words.ts';
import { Time } from '../../components/written.tsx';
import type { View } from '../../view.ts';
import { PairCell } from './pair-cell.tsx';

type Props = { view: View; flags: Page<ListedFlag> };

/** What reviewers want staff to look at; those that wait first. Nothing at all where there is none. */
export const RoundFlags = ({ view, flags }: Props) => {
  const { t } = view;
  return flags.items.length === 0 ? null : (
    <Band id="flags" title={t('reviews.flags.title')} lede={t('reviews.flags.lede')}>
      {flags.items.map((flag) => (
        <OneFlag view={view} flag={flag} />
      ))}
      {flags.next && <p class="soft gap-2">{t('reviews.flags.more')}</p>}
    </Band>
  );
};

const OneFlag = ({ view, flag }: { view: View; flag: ListedFlag }) => {
  const { t } = view;
  const zone = view.viewerZone ?? 'UTC';
  const [title, by, at, note] = [`f-${flag.id}`, `b-${flag.id}`, `a-${flag.id}`, `n-${flag.id}`];
  return (
    <section class="match" aria-labelledby={`${title} ${by} ${at}`}>
      <div>
        <h3 class="h-md" id={title}>
          <PairCell view={view} pair={flag.pair} path={`/staff/applications/${flag.applicationId}`} />
        </h3>
        <p class="match__place" id={by}>
          {nameWords(view, flag.by)}
        </p>
        <p class="match__id" id={at}>
          <Time view={view} at={flag.raisedAt} zone={zone} as="moment" />
        </p>
        <p class="gap-1">
          <Badge is={flag.status === 'raised' ? 'due' : 'done'}>{t(`reviews.flag.${flag.status}`)}</Badge>
        </p>
      </div>
      <div class="flow">
        <p class="words">{flag.reason}</p>
        {flag.status === 'settled' ? (
          <p class="words soft">
            {t('reviews.flag.note')}: {flag.note}
          </p>
        ) : (
          <Form view={view} version={flag.version} class="flow">
            <input type="hidden" name="action" value="settle-flag" />
            <input type="hidden" name="reviewId" value={flag.reviewId} />
            <input type="hidden" name="flagId" value={flag.id} />
            <div class="field">
              <label for={note}>{t('reviews.flag.note')}</label>
              <span class="hint" id={`${note}-hint`}>
                {t('reviews.flag.note.hint')}
              </span>
              <textarea id={note} name="note" rows={2} aria-describedby={`${note}-hint`} />
            </div>
            <button class="go2" type="submit">
              {t('reviews.flag.settle')}
            </button>
          </Form>
        )}
      </div>
    </section>
  );
};
