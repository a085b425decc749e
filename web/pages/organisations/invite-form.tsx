import { RadioField } from '../../components/form/choice-fields.tsx';
import { Form } from '../../components/form/form.tsx';
import type { FormState } from '../../components/form/form-state.ts';
import { TextField } from '../../components/form/text-fields.tsx';
import { Outbox } from '../../components/outbox.tsx';

const memberships = ['owner', 'editor', 'viewer'] as const;

/** One more owner, editor or viewer, by mail. */
export const InviteForm = ({ form }: { form: FormState }) => {
  const { view } = form;
  const { t } = view;
  return (
    <Form view={view}>
      <input type="hidden" name="act" value="invite" />
      <TextField form={form} name="email" type="email" autocomplete="off" />
      <RadioField
        form={form}
        name="as"
        choices={memberships.map((as) => ({
          value: as,
          label: t(`organisations.as.${as}`),
          note: t(`organisations.as.${as}.note`),
        }))}
      />
      <RadioField
        form={form}
        name="language"
        choices={[
          { value: 'en', label: 'English', lang: 'en' },
          { value: 'ja', label: '日本語', lang: 'ja' },
        ]}
      />
      <div class="gap-4">
        <Outbox
          view={view}
          title={t('organisations.invite.outbox')}
          mail={[{ to: t('organisations.invite.to'), what: t('organisations.invite.what') }]}
        />
      </div>
      <div class="acts gap-3">
        <button class="go" type="submit">
          {t('organisations.invite.send')}
        </button>
      </div>
    </Form>
  );
};
