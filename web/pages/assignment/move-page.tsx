import type { Candidate, Moves } from '../../../shared/assignment/weigh-moves.ts';
import type { Failure } from '../../../shared/failures.ts';
import { RadioField } from '../../components/form/choice-fields.tsx';
import { ErrorSummary } from '../../components/form/error-summary.tsx';
import { Form } from '../../components/form/form.tsx';
import { formOf } from '../../components/form/form-state.ts';
import { keptPairWords } from '../../components/map/kept-pair.tsx';
import { Notice } from '../../components/notice.tsx';
import { Outbox } from '../../components/outbox.tsx';
import type { View } from '../../view.ts';
import { dueCell, RoundFrame } from '../staff-reviews/round-frame.tsx';
import { plansPath, signed } from './plan-words.ts';

type Props = { view: View; moves: Moves; failure?: Failure | undefined };

/** Who else could take one place of a plan, with what each would cost the plan before it is done. */
export const MovePage = ({ view, moves, failure }: Props) => {
  const { t, href } = view;
  const { round, candidates, application, from } = moves;
  const able = candidates.filter(({ cost }) => cost);
  const unable = candidates.filter(({ breaks }) => breaks);
  const form = formOf(view, { failure, labels: { to: t('assignment.move.to') } });
  return (
    <RoundFrame
      view={view}
      round={round}
      here="assignments"
      title={t('assignment.move.title')}
      lede={t('assignment.move.lede', { pair: keptPairWords(view, application.pair), name: from.name })}
      kept={0}
      docket={[dueCell(view, round)]}
    >
      <ErrorSummary form={form} />
      {failure?.kind === 'breaks-plan' && (
        <div class="gap-3">
          <Notice>
            <p>{t(`assignment.breaks.${failure.constraint}`)}</p>
          </Notice>
        </div>
      )}
      {!moves.isWhole && (
        <div class="gap-3">
          <Notice>
            <p>{t('assignment.move.kept')}</p>
          </Notice>
        </div>
      )}
      {able.length === 0 ? (
        <p class="gap-4">{t('assignment.move.none')}</p>
      ) : (
        <Form view={view} version={moves.version} class="column flow gap-4">
          <RadioField
            form={form}
            name="to"
            hint={t('assignment.move.hint')}
            choices={able.map((one) => ({
              value: one.reviewerId,
              label: one.name,
              note: costOf(view, one),
            }))}
          />
          <Outbox view={view} title="" mail={[]}>
            {t('assignment.move.next')}
          </Outbox>
          <p>
            <button class="go" type="submit">
              {t('assignment.move.go')}
            </button>
          </p>
        </Form>
      )}
      {unable.length > 0 && (
        <ul class="why gap-4">
          {unable.map(({ name, breaks }) => (
            <li class="not">
              <span>
                {t('reviews.assignments.cannot', {
                  name,
                  reason: breaks ? t(`assignment.breaks.${breaks}`) : '',
                })}
              </span>
            </li>
          ))}
        </ul>
      )}
      <p class="gap-4">
        <a class="tap" href={href(`${plansPath(round.id, moves.planId)}#row-${application.id}`)}>
          {t('assignment.move.back')}
        </a>
      </p>
    </RoundFrame>
  );
};

const costOf = (view: View, { cost }: Candidate) => {
  if (!cost) return undefined;
  const { worst } = cost;
  const difference = signed(view, cost.difference);
  return worst
    ? view.t('assignment.move.cost', {
        difference,
        before: view.format.number(worst.before),
        after: view.format.number(worst.after),
      })
    : view.t('assignment.move.cost.part', { difference });
};
