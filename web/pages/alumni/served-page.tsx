import { maxPlacements } from '../../../shared/conflicts/person-profile.ts';
import { formOf } from '../../components/form/form-state.ts';
import { placeLabel } from '../../components/places/place-labels.ts';
import { placementValues } from '../../components/places/place-values.ts';
import { PlacementRows } from '../../components/places/placement-rows.tsx';
import { placeProblem } from '../../components/places/problem-words.ts';
import { StepFrame, type StepProps } from './step-frame.tsx';

/** Where somebody served: what is filled, and one placement to spare. */
export const ServedPage = (props: StepProps) => {
  const { view, own, said, failure } = props;
  const form = formOf(view, {
    labels: (name) => (name === 'placements' ? view.t('alumni.step.served') : placeLabel(view, name)),
    values: placementValues(said.placements),
    failure,
    words: (problem) =>
      problem.path === 'placements' ? view.t('alumni.problem.placements') : placeProblem(view, problem),
  });
  const filled = Math.max(said.placements.length, 1 + Math.max(-1, ...view.typed.rowNumbers('placements')));
  return (
    <StepFrame
      {...props}
      form={form}
      step="served"
      version={own.alum ? own.profileVersion : own.draftVersion}
    >
      <PlacementRows form={form} required={1} count={Math.min(filled + 1, maxPlacements)} />
    </StepFrame>
  );
};
