import { RadioField, SelectField } from '../form/choice-fields.tsx';
import type { FormState } from '../form/form-state.ts';
import { TextField } from '../form/text-fields.tsx';
import { prefectureChoices, stateChoices } from './region-choices.ts';
import { WhichTown } from './which-town.tsx';

const homes = ['us', 'japan', 'elsewhere'] as const;

/** Where somebody lives: a U.S. state with or without its city, a town in Japan, or words. */
export const HomeFields = ({ form }: { form: FormState }) => {
  const { view } = form;
  const { t } = view;
  return (
    <>
      <RadioField
        form={form}
        name="home.in"
        choices={homes.map((value) => ({ value, label: t(`places.in.${value}`) }))}
      />
      <div class="row gap-2">
        <SelectField form={form} name="home.state" choices={stateChoices(view)} optional />
        <TextField form={form} name="home.city" hint={t('places.city.hint')} optional />
      </div>
      <div class="row gap-2">
        <TextField form={form} name="home.town" hint={t('places.town.hint')} optional />
        <SelectField form={form} name="home.prefecture" choices={prefectureChoices(view)} optional />
      </div>
      <WhichTown form={form} of="home" words="home.town" />
      <div class="gap-2">
        <TextField form={form} name="home.text" optional />
      </div>
    </>
  );
};
