import { formOf } from '../../components/form/form-state.ts';
import { TextField } from '../../components/form/text-fields.tsx';
import { HomeFields } from '../../components/places/home-fields.tsx';
import { placeLabel } from '../../components/places/place-labels.ts';
import { homeValues } from '../../components/places/place-values.ts';
import { placeProblem } from '../../components/places/problem-words.ts';
import { StepFrame, type StepProps } from './step-frame.tsx';

/** What somebody is called, and where they live: a state is enough. */
export const HomePage = (props: StepProps) => {
  const { view, own, said, failure } = props;
  const { t, person } = view;
  const labels = (name: string) => {
    if (name === 'name') return t('alumni.home.name');
    return name === 'nameJa' ? t('alumni.home.nameJa') : placeLabel(view, name);
  };
  const form = formOf(view, {
    labels,
    values: { name: person?.account.name, nameJa: said.nameJa, ...homeValues(said.home) },
    failure,
    words: (problem) => (problem.path === 'home' ? t('alumni.problem.home') : placeProblem(view, problem)),
  });
  return (
    <StepFrame {...props} form={form} step="home" version={own.alum ? own.profileVersion : own.draftVersion}>
      <TextField form={form} name="name" autocomplete="name" hint={t('alumni.home.name.hint')} />
      <TextField form={form} name="nameJa" lang="ja" hint={t('alumni.home.nameJa.hint')} optional />
      <HomeFields form={form} />
    </StepFrame>
  );
};
