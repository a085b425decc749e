import { inLanguage } from '../../../shared/kernel/text.ts';
import type { FormChanges } from '../../../shared/programs/program.errors.ts';
import type { Round } from '../../../shared/programs/round.ts';
import type { RoundFormUse } from '../../../shared/programs/view-form-use.ts';
import { Form } from '../../components/form/form.tsx';
import type { Typed } from '../../components/form/typed.ts';
import { Head } from '../../components/head.tsx';
import { Layout } from '../../components/layout.tsx';
import { Outbox } from '../../components/outbox.tsx';
import { Table } from '../../components/table.tsx';
import type { View } from '../../view.ts';
import { labelOf } from './round-form-state.ts';

type Props = { view: View; round: Round; typed: Typed; changes: FormChanges; use: RoundFormUse };

/** What an edit of the form means once applications are under way, before it is saved; all that was typed is carried. */
export const NewFormPage = ({ view, round, typed, changes, use }: Props) => {
  const { t, language, format } = view;
  const { newForm, fields } = changes;
  const title = t('rounds.new-form.title', { no: newForm });
  const drafts = use.forms.reduce((sum, form) => sum + form.drafts, 0);
  const carried = typed.entries.filter(([name]) => !['_key', 'version', 'act', 'newForm'].includes(name));
  return (
    <Layout view={view} title={title} demo={round.demo}>
      <Head over={inLanguage(round.name, language)} title={title} lede={t('rounds.new-form.lede')} near />
      <div class="column flow">
        <p>
          {t('rounds.new-form.changes', { fields: format.list(fields.map((field) => labelOf(t, field))) })}
        </p>
        <Table
          caption={t('rounds.new-form.use')}
          rows={use.forms}
          columns={[
            {
              head: t('rounds.new-form.form'),
              names: true,
              cell: ({ no }) => t('rounds.new-form.no', { no }),
            },
            { head: t('rounds.new-form.drafts'), num: true, cell: (form) => format.number(form.drafts) },
            { head: t('rounds.new-form.sent'), num: true, cell: (form) => format.number(form.sent) },
          ]}
        />
        <p>{t('rounds.new-form.keep')}</p>
        <Outbox
          view={view}
          title={t('rounds.new-form.mail')}
          mail={
            drafts === 0
              ? []
              : [{ to: t('rounds.new-form.to', { count: drafts }), what: t('rounds.new-form.what') }]
          }
        />
        <Form view={view} version={Number(typed.text('version')) || round.version} class="acts">
          {carried.map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <input type="hidden" name="newForm" value={newForm} />
          <button class="go" type="submit" name="act" value="save">
            {t('rounds.new-form.go', { no: newForm })}
          </button>
          <button class="linkish" type="submit" name="act" value="show.extraQuestions">
            {t('rounds.new-form.back')}
          </button>
        </Form>
      </div>
    </Layout>
  );
};
