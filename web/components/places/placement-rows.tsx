import { contractingKinds, jetRoles } from '../../../shared/conflicts/placement.ts';
import { SelectField } from '../form/choice-fields.tsx';
import type { FormState } from '../form/form-state.ts';
import { NumberField, TextField } from '../form/text-fields.tsx';
import { prefectureChoices } from './region-choices.ts';
import { WhichTown } from './which-town.tsx';

type Props = {
  form: FormState;
  count: number;
  /** So many have to be filled; the others may stay empty. */
  required?: number;
};

/** Where somebody served: as many placements as are asked for, empty ones among them. */
export const PlacementRows = ({ form, count, required = 0 }: Props) => (
  <>
    {Array.from({ length: count }, (_, at) => (
      <PlacementRow form={form} at={at} optional={at >= required} />
    ))}
  </>
);

const PlacementRow = ({ form, at, optional }: { form: FormState; at: number; optional: boolean }) => {
  const { view } = form;
  const { t } = view;
  const of = `placements.${at}`;
  return (
    <fieldset class="placement">
      <legend>
        {t('places.placement', { no: at + 1 })}
        {optional && <span class="aside">{t('site.optional')}</span>}
      </legend>
      <div class="row">
        <TextField form={form} name={`${of}.text`} />
        <SelectField form={form} name={`${of}.prefecture`} choices={prefectureChoices(view)} optional />
      </div>
      <WhichTown form={form} of={of} words={`${of}.text`} />
      <div class="row gap-2">
        <SelectField
          form={form}
          name={`${of}.role`}
          choices={jetRoles.map((value) => ({ value, label: t(`alumni.role.${value}`) }))}
        />
        <NumberField form={form} name={`${of}.from`} />
        <NumberField form={form} name={`${of}.to`} optional />
      </div>
      <div class="row gap-2">
        <SelectField
          form={form}
          name={`${of}.contractingOrganisation.kind`}
          choices={contractingKinds.map((value) => ({ value, label: t(`places.kind.${value}`) }))}
          optional
        />
        <TextField form={form} name={`${of}.contractingOrganisation.name`} optional />
      </div>
    </fieldset>
  );
};
