import type { Failure } from '../../../shared/failures.ts';
import { inLanguage } from '../../../shared/kernel/text.ts';
import { phaseAt, type Round } from '../../../shared/programs/round.ts';
import { isFrozen, mayAct } from '../../../shared/programs/round-steps.ts';
import { withoutJapanese } from '../../../shared/programs/round-terms.ts';
import { Badge } from '../../components/badge.tsx';
import { ErrorSummary } from '../../components/form/error-summary.tsx';
import { Form } from '../../components/form/form.tsx';
import type { Typed } from '../../components/form/typed.ts';
import { Head } from '../../components/head.tsx';
import { Layout } from '../../components/layout.tsx';
import { Notice } from '../../components/notice.tsx';
import { Outbox } from '../../components/outbox.tsx';
import type { View } from '../../view.ts';
import { EligibilityFields } from './eligibility-fields.tsx';
import { MissingJapanese } from './missing-japanese.tsx';
import { phaseMarks } from './phase.ts';
import { QuestionRows } from './question-fields.tsx';
import { RankingFields } from './ranking-fields.tsx';
import { CallFields, DateFields, MoneyFields, ReviewFields, ThemeField } from './round-fields.tsx';
import { roundForm } from './round-form-state.ts';
import { FrozenTerms } from './round-frozen.tsx';
import { RubricRows } from './round-row-fields.tsx';
import { StandsNow } from './stands-now.tsx';

type Props = {
  view: View;
  /** The stored round; undefined while a new one is drafted. */
  round: Round | undefined;
  typed: Typed;
  saved: boolean;
  failure?: Failure | undefined;
};

/** One form for a new round and for a stored one. After the opening its frozen part is shown and not asked. */
export const RoundFormPage = (props: Props) => {
  const { view, round, saved } = props;
  const { t, language } = view;
  const title = round ? inLanguage(round.name, language) : t('programs.staff.new');
  return (
    <Layout view={view} title={title} demo={round?.demo}>
      <Head
        over={round ? t('programs.staff.edit') : t('programs.program')}
        title={title}
        lede={round ? undefined : t('programs.staff.new.lede')}
        near
      />
      {round && <RoundDoors view={view} round={round} />}
      {saved && (
        <Notice>
          <p role="status">{t('programs.staff.saved')}</p>
        </Notice>
      )}
      {round && <LifecycleDoors view={view} round={round} />}
      {round && <MissingJapanese view={view} paths={withoutJapanese(round)} />}
      {round && !mayAct(round, 'edit', view.call.receivedAt) ? (
        <Notice>
          <p>{t(round.cancelled ? 'rounds.cancelled.over' : 'programs.staff.over')}</p>
          {round.cancelled && <p>{inLanguage(round.cancelled.reason, language)}</p>}
        </Notice>
      ) : (
        <TermsForm {...props} />
      )}
    </Layout>
  );
};

const TermsForm = ({ view, round, typed, failure }: Props) => {
  const { t } = view;
  const frozen = round !== undefined && isFrozen(round, view.call.receivedAt);
  const form = roundForm(view, typed, failure);
  // Once it is said what someone else has saved, saving again is meant.
  const stale = failure?.kind === 'stale';
  const version = round && ((!stale && Number(typed.text('version'))) || round.version);
  return (
    <>
      <ErrorSummary form={form} />
      {stale && round && <StandsNow view={view} round={round} typed={typed} />}
      <Form view={view} version={version}>
        {/* On a long form saving is in reach from the start, and the Enter key finds it before any other button. */}
        <p>
          <button class="go2" type="submit" name="act" value="save">
            {t('programs.staff.save')}
          </button>
        </p>
        <CallFields form={form} />
        <DateFields form={form} frozen={frozen} zone={round?.zone} />
        <MoneyFields form={form} />
        <ThemeField form={form} />
        <ReviewFields form={form} frozen={frozen} />
        {frozen ? (
          <FrozenTerms view={view} round={round} />
        ) : (
          <>
            <RubricRows form={form} typed={typed} />
            <RankingFields form={form} typed={typed} />
          </>
        )}
        <EligibilityFields form={form} />
        <QuestionRows form={form} typed={typed} />
        <div class="column flow gap-6">
          <Outbox view={view} title="" mail={[]}>
            {thenWords(view, round)}
          </Outbox>
          <p class="acts">
            <button class="go" type="submit" name="act" value="save">
              {t('programs.staff.save')}
            </button>
            <a href={view.href('/staff/rounds')}>{t('programs.staff.back')}</a>
          </p>
        </div>
      </Form>
    </>
  );
};

const thenWords = ({ t, call }: View, round: Round | undefined) => {
  if (round?.status !== 'published') return t('programs.staff.then-draft');
  return t(isFrozen(round, call.receivedAt) ? 'rounds.then-open' : 'rounds.then-upcoming');
};

/** What staff can do with the whole round, each on a page that says who is told; next year's draft tells nobody. */
const LifecycleDoors = ({ view, round }: { view: View; round: Round }) => {
  const { t, href, call } = view;
  const base = `/staff/rounds/${round.id}`;
  return (
    <div class="acts">
      <a href={href(`${base}/preview`)}>{t('rounds.preview.door')}</a>
      {mayAct(round, 'extend', call.receivedAt) && (
        <a href={href(`${base}/extend`)}>{t('rounds.extend.door')}</a>
      )}
      {mayAct(round, 'cancel', call.receivedAt) && (
        <a href={href(`${base}/cancel`)}>{t('rounds.cancel.door')}</a>
      )}
      <Form view={view} action={`${base}/next-year`}>
        <button class="linkish" type="submit">
          {t('rounds.duplicate.go')}
        </button>
      </Form>
    </div>
  );
};

const RoundDoors = ({ view: { t, href, call }, round }: { view: View; round: Round }) => {
  const phase = phaseAt(round, call.receivedAt);
  const doors = ['applications', 'assignments', 'scores', 'decisions'] as const;
  return (
    <div class="acts">
      <Badge is={phaseMarks[phase]}>{t(`programs.phase.${phase}`)}</Badge>
      {round.status === 'draft' ? (
        <a class="go2" href={href(`/staff/rounds/${round.id}/publish`)}>
          {t('programs.publish.door')}
        </a>
      ) : (
        <>
          <a href={href(`/rounds/${round.id}`)}>{t('programs.staff.public')}</a>
          {doors.map((door) => (
            <a href={href(`/staff/rounds/${round.id}/${door}`)}>{t(`programs.staff.door.${door}`)}</a>
          ))}
        </>
      )}
      <a href={href(`/staff/people?round=${round.id}`)}>{t('programs.staff.door.reviewers')}</a>
    </div>
  );
};
