import type { Child } from 'hono/jsx';
import type { ConfirmationSheet } from '../../../shared/applications/application-view.ts';
import type { Failure } from '../../../shared/failures.ts';
import { type YenRate, yenOf } from '../../../shared/programs/yen-rate.ts';
import type { Typed } from '../../components/form/typed.ts';
import { Pair } from '../../components/map/kept-pair.tsx';
import type { View } from '../../view.ts';

export type OfficeAct = 'answer' | 'keep' | 'hand-on';
export type LetterProps = {
  view: View;
  sheet: ConfirmationSheet;
  failure?: Failure | undefined;
  /** Which of the page's forms was refused. */
  act?: OfficeAct | undefined;
  /** What was typed when the page had closed, and was not sent. */
  back?: Typed | undefined;
};

/** Where the office sits: its days and hours are Japan's. */
export const japan = 'Asia/Tokyo';

/** A day and hour as the office reads them: the era's year in Japanese, the zone named in English. */
export const momentInJapan = ({ language, format }: View, at: string): string =>
  language === 'ja' ? `${format.eraDate(at, japan)} ${format.clock(at, japan)}` : format.moment(at, japan);

const Row = ({ label, children }: { label: string; children: Child }) => (
  <div>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
);

/** The amount in yen, with the rate and its day: for orientation, and said so. */
const InYen = ({ view: { t, format }, cents, rate }: { view: View; cents: number; rate: YenRate }) => (
  <>
    {t('applications.letter.requested.yen', { yen: format.number(yenOf(cents, rate)) })}
    <small>
      {t('applications.letter.requested.rate', {
        rate: format.number(rate.hundredths / 100, 2),
        day: format.eraDate(rate.asOf),
      })}
    </small>
  </>
);

/** The plan as the office was asked about it, in the ruled form of a letter. */
export const Plan = ({ view, sheet }: LetterProps) => {
  const { t, format } = view;
  const { plan, organisation, pair } = sheet;
  return (
    <dl class="form-ja">
      <Row label={t('applications.letter.field.organisation')}>{organisation}</Row>
      <Row label={t('applications.letter.field.pair')}>
        <Pair view={view} pair={pair} />
      </Row>
      <Row label={t('applications.letter.field.project')}>{plan.title}</Row>
      {plan.summary && (
        <Row label={t('applications.letter.field.summary')}>
          <span class="words">{plan.summary}</span>
        </Row>
      )}
      <Row label={t('applications.letter.field.days')}>
        <span class="nobr">
          {t('applications.letter.days.from', { day: format.eraDate(plan.arrivesOn) })}
        </span>{' '}
        <span class="nobr">{t('applications.letter.days.to', { day: format.eraDate(plan.leavesOn) })}</span>
        {plan.direction && <small>{t(`applications.option.delegation.direction.${plan.direction}`)}</small>}
      </Row>
      {plan.travelers && (
        <Row label={t('applications.letter.field.delegation')}>
          {t('applications.letter.travelers', { count: plan.travelers })}
          {plan.minors && ` ${t('applications.letter.minors', { count: plan.minors })}`}
        </Row>
      )}
      {plan.requestedCents && (
        <Row label={t('applications.letter.field.requested')}>
          <span class="num">{format.money(plan.requestedCents)}</span>
          {plan.yenRate && <InYen view={view} cents={plan.requestedCents} rate={plan.yenRate} />}
          <small>{t('applications.letter.requested.to')}</small>
        </Row>
      )}
    </dl>
  );
};
