import type { Study } from '../../../shared/matches/study.ts';
import { SelectField } from '../../components/form/choice-fields.tsx';
import { Form } from '../../components/form/form.tsx';
import { formOf } from '../../components/form/form-state.ts';
import { Table } from '../../components/table.tsx';
import { Time } from '../../components/written.tsx';
import type { View } from '../../view.ts';

type Props = {
  view: View;
  plans: readonly Study[];
  /** Under which address each is shown. */
  at: string;
  action?: string;
};

/** Asking for a plan, and the latest ones. */
export const Plans = ({ view, plans, at, action }: Props) => {
  const { t, href, format } = view;
  const form = formOf(view, { values: { top: '2' }, labels: { top: t('matches.plans.top') } });
  return (
    <>
      <Form view={view} action={action} class="column flow">
        <SelectField
          form={form}
          name="top"
          blank={false}
          choices={[1, 2, 3, 4, 5].map((top) => ({ value: String(top), label: String(top) }))}
        />
        <p class="acts">
          <button class="go2" type="submit" name="do" value="plan">
            {t('matches.plans.go')}
          </button>
        </p>
      </Form>
      <div class="gap-3">
        {plans.length === 0 ? (
          <p class="soft">{t('matches.plans.none')}</p>
        ) : (
          <Table
            caption={t('matches.plans.caption')}
            soft
            columns={[
              {
                head: t('matches.plans.column.plan'),
                names: true,
                cell: ({ id, askedAt }) => (
                  <a href={href(`${at}/${id}`)}>
                    <Time view={view} at={askedAt} />
                  </a>
                ),
              },
              {
                head: t('matches.plans.column.state'),
                cell: ({ status }) => t(`matches.plans.state.${status}`),
              },
              {
                head: t('matches.plans.column.introductions'),
                num: true,
                cell: ({ figures }) => (figures ? format.number(figures.introductions) : ''),
              },
            ]}
            rows={plans}
          />
        )}
      </div>
    </>
  );
};
