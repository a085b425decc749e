import { maxChapters, partnershipRoles } from '../../../shared/conflicts/person-profile.ts';
import { jetaaChapters } from '../../../shared/reference/jetaa-chapters.ts';
import { SelectField } from '../../components/form/choice-fields.tsx';
import type { FormState } from '../../components/form/form-state.ts';
import { NumberField, TextField } from '../../components/form/text-fields.tsx';
import { Band } from '../../components/head.tsx';
import { PlacementRows } from '../../components/places/placement-rows.tsx';

type Rows = { form: FormState; count: number };
const numbers = (count: number) => Array.from({ length: count }, (_, at) => at);
/** An alum's own chapter may stand beside those that are asked for: left out here, it would be removed. */
const chapterRows = (form: FormState) =>
  maxChapters + [0, 1].filter((more) => form.value(`chapters.${maxChapters + more}`)).length;

export const Placements = ({ form, count }: Rows) => (
  <Band
    id="placements"
    title={form.view.t('conflicts.profile.placements')}
    lede={form.view.t('conflicts.profile.placements.lede')}
  >
    <PlacementRows form={form} count={count} />
  </Band>
);

export const Organisations = ({ form, count }: Rows) => (
  <Band
    id="organisations"
    title={form.view.t('conflicts.profile.organisations')}
    lede={form.view.t('conflicts.profile.organisations.lede')}
  >
    {numbers(count).map((at) => (
      <div class="row gap-2">
        <TextField form={form} name={`organisations.${at}.name`} optional />
        <NumberField form={form} name={`organisations.${at}.from`} optional />
        <NumberField form={form} name={`organisations.${at}.to`} optional />
      </div>
    ))}
  </Band>
);

export const Partnerships = ({ form, count }: Rows) => {
  const { t } = form.view;
  return (
    <Band
      id="partnerships"
      title={t('conflicts.profile.partnerships')}
      lede={t('conflicts.profile.partnerships.lede')}
    >
      {numbers(count).map((at) => (
        <div class="row gap-2">
          <TextField form={form} name={`partnerships.${at}.pair`} optional />
          {(['said', 'picked'] as const).map((kept) => (
            <input
              type="hidden"
              name={`partnerships.${at}.${kept}`}
              value={form.value(`partnerships.${at}.${kept}`)}
            />
          ))}
          <SelectField
            form={form}
            name={`partnerships.${at}.as`}
            choices={partnershipRoles.map((value) => ({ value, label: t(`conflicts.profile.as.${value}`) }))}
            optional
          />
        </div>
      ))}
      <div class="row gap-2">
        {numbers(chapterRows(form)).map((at) => (
          <SelectField
            form={form}
            name={`chapters.${at}`}
            choices={jetaaChapters.map(({ id, name }) => ({ value: id, label: name }))}
            optional
          />
        ))}
      </div>
    </Band>
  );
};
