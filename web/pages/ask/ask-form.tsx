import type { Failure } from '../../../shared/failures.ts';
import { inLanguage } from '../../../shared/kernel/text.ts';
import type { SeenRound } from '../../../shared/programs/view-round.ts';
import { RadioField, SelectField } from '../../components/form/choice-fields.tsx';
import { ErrorSummary } from '../../components/form/error-summary.tsx';
import { Form } from '../../components/form/form.tsx';
import { formOf } from '../../components/form/form-state.ts';
import { TextArea } from '../../components/form/text-area.tsx';
import { TextField } from '../../components/form/text-fields.tsx';
import { Outbox } from '../../components/outbox.tsx';
import type { View } from '../../view.ts';

type Props = {
  view: View;
  rounds: readonly SeenRound[];
  roundId: string | undefined;
  failure: Failure | undefined;
};

/** Who asks what. Someone signed in finds name and address filled in. */
export const AskForm = ({ view, rounds, roundId, failure }: Props) => {
  const { t, language, person, href } = view;
  const form = formOf(view, {
    labels: {
      roundId: t('programs.asking.about'),
      name: t('programs.asking.name'),
      email: t('programs.asking.email'),
      language: t('programs.asking.language'),
      text: t('programs.asking.text'),
    },
    values: {
      roundId,
      name: person?.account.name,
      email: person?.account.email,
      language: person?.account.language ?? language,
    },
    typed: failure && view.typed,
    failure,
  });
  return (
    <>
      <ErrorSummary form={form} />
      <Form view={view} action="/ask" class="column flow">
        <p>
          {t('programs.asking.privacy')} <a href={href('/privacy')}>{t('site.foot.privacy')}</a>
        </p>
        <SelectField
          form={form}
          name="roundId"
          blank={false}
          choices={[
            { value: '', label: t('programs.asking.general') },
            ...rounds.map(({ id, name }) => ({ value: id, label: inLanguage(name, language) })),
          ]}
        />
        <TextField form={form} name="name" optional autocomplete="name" />
        <TextField
          form={form}
          name="email"
          type="email"
          autocomplete="email"
          hint={t('programs.asking.email.hint')}
        />
        <TextArea form={form} name="text" rows={6} class="column" />
        <RadioField
          form={form}
          name="language"
          choices={[
            { value: 'en', label: 'English', lang: 'en' },
            { value: 'ja', label: '日本語', lang: 'ja' },
          ]}
        />
        <Trap label={t('programs.asking.trap')} />
        <Outbox view={view} title="" mail={[]}>
          {t('programs.asking.then')}
        </Outbox>
        <p class="acts">
          <button class="go" type="submit">
            {t('programs.asking.go')}
          </button>
        </p>
      </Form>
    </>
  );
};

// Hidden from everyone who looks or listens; programs that fill in forms fill this in too.
const Trap = ({ label }: { label: string }) => (
  <div hidden>
    <label>
      {label}
      <input type="text" name="website" tabindex={-1} autocomplete="off" />
    </label>
  </div>
);
