import { SelectField } from '../../components/form/choice-fields.tsx';
import type { FormState } from '../../components/form/form-state.ts';
import { TextField } from '../../components/form/text-fields.tsx';
import { prefectureChoices, stateChoices } from '../../components/places/region-choices.ts';

/** Asks by GET, so that what was found has an address. */
export const DirectoryFilter = ({ form }: { form: FormState }) => {
  const { view } = form;
  const { t, href } = view;
  const all = (label: string) => ({ value: '', label });
  return (
    <form class="gap-4" method="get" action={href('/partnerships')}>
      <TextField form={form} name="text" hint={t('partnerships.filter.text.hint')} />
      <div class="row limit">
        <SelectField
          form={form}
          name="state"
          blank={false}
          choices={[all(t('partnerships.filter.any-state')), ...stateChoices(view)]}
        />
        <SelectField
          form={form}
          name="prefecture"
          blank={false}
          choices={[all(t('partnerships.filter.any-prefecture')), ...prefectureChoices(view)]}
        />
      </div>
      <div class="acts gap-2">
        <button class="go" type="submit">
          {t('partnerships.filter.show')}
        </button>
        <a href={href('/partnerships')}>{t('partnerships.filter.clear')}</a>
      </div>
    </form>
  );
};
