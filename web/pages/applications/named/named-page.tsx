import type { ApplicationView } from '../../../../shared/applications/application-view.ts';
import type { NamedReviewersView } from '../../../../shared/conflicts/name-reviewers.ts';
import { maxNamed, type NamedPerson } from '../../../../shared/conflicts/named-reviewers.ts';
import type { Failure } from '../../../../shared/failures.ts';
import { ErrorSummary } from '../../../components/form/error-summary.tsx';
import { Form } from '../../../components/form/form.tsx';
import { type FormState, formOf } from '../../../components/form/form-state.ts';
import { TextArea } from '../../../components/form/text-area.tsx';
import { TextField } from '../../../components/form/text-fields.tsx';
import { SummaryList } from '../../../components/lists.tsx';
import { Notice } from '../../../components/notice.tsx';
import { Outbox } from '../../../components/outbox.tsx';
import type { View } from '../../../view.ts';
import { ApplicationFrame } from '../application-frame.tsx';
import { pathOf } from '../task-stops.ts';

type Props = {
  view: View;
  seen: ApplicationView;
  named: NamedReviewersView;
  saved: boolean;
  failure?: Failure | undefined;
};

const spare = 2;
const fields = ['name', 'email', 'affiliation', 'reason'] as const;
type Field = (typeof fields)[number];

/** Whom the applicant asks to keep away: optional, beside the application and no part of it, until the close. */
export const NamedPage = (props: Props) => {
  const { view, seen, named, saved, failure } = props;
  const { t, format } = view;
  const until = format.moment(named.lastInstant, view.viewerZone ?? seen.round.zone);
  const form = formFor(props);
  return (
    <ApplicationFrame view={view} seen={seen} title={t('conflicts.named.title')}>
      <h2>{t('conflicts.named.title')}</h2>
      <p class="gap-1">{t('conflicts.named.lede')}</p>
      {saved && (
        <Notice>
          <p role="status">{t('conflicts.named.saved')}</p>
        </Notice>
      )}
      <ErrorSummary form={form} />
      {failure?.kind === 'stale' && <Standing view={view} people={named.people} />}
      <div class="flow gap-3">
        <p>{t('conflicts.named.sees')}</p>
        <p class="soft">
          {t('conflicts.named.privacy')} <a href={view.href('/privacy')}>{t('site.foot.privacy')}</a>
        </p>
        {named.open ? (
          <Edit {...props} form={form} until={until} />
        ) : (
          <>
            <Notice>
              <p>{t('conflicts.named.shut', { when: until })}</p>
            </Notice>
            {failure?.kind !== 'stale' && <Standing view={view} people={named.people} />}
          </>
        )}
      </div>
    </ApplicationFrame>
  );
};

const formFor = ({ view, named, failure }: Props): FormState =>
  formOf(view, {
    failure,
    values: Object.fromEntries(
      named.people.flatMap((one, at) => fields.map((field) => [`people.${at}.${field}`, one[field]])),
    ),
    labels: (name) => {
      const [, at = '0', field] = name.split('.');
      const known = fields.find((one) => one === field);
      return (
        known &&
        view.t('applications.row.label', {
          row: view.t('conflicts.named.person', { no: Number(at) + 1 }),
          field: view.t(`conflicts.named.${known}`),
        })
      );
    },
    words: ({ path, code }) =>
      code === 'required' && path.endsWith('.name') ? view.t('conflicts.named.who') : undefined,
  });

/** As many rows as are filled, those that were typed among them, and two to spare. */
const rowsOf = ({ view, named }: Props): number => {
  const typed = Math.max(-1, ...view.typed.rowNumbers('people'));
  return Math.min(maxNamed, Math.max(named.people.length, typed + 1) + spare);
};

const Edit = (props: Props & { form: FormState; until: string }) => {
  const { view, seen, named, form, until } = props;
  const { t } = view;
  return (
    <Form view={view} version={named.version} class="flow">
      {Array.from({ length: rowsOf(props) }, (_, at) => (
        <Person form={form} at={at} />
      ))}
      <p class="hint">{t('conflicts.named.rows', { most: maxNamed })}</p>
      <Outbox view={view} title="" mail={[]}>
        {t('conflicts.named.next', { when: until })}
      </Outbox>
      <div class="acts">
        <button class="go" type="submit">
          {t('conflicts.named.go')}
        </button>
        <a href={view.href(pathOf(seen.application.id))}>{t('applications.back')}</a>
      </div>
    </Form>
  );
};

const Person = ({ form, at }: { form: FormState; at: number }) => {
  const { t } = form.view;
  const of = (field: Field) => ({
    form,
    name: `people.${at}.${field}`,
    label: t(`conflicts.named.${field}`),
  });
  return (
    <fieldset class="field">
      <legend>{t('conflicts.named.person', { no: at + 1 })}</legend>
      <div class="row gap-2">
        <TextField {...of('name')} />
        <TextField {...of('email')} type="email" optional />
      </div>
      <div class="flow gap-2">
        <TextField {...of('affiliation')} optional />
        <TextArea {...of('reason')} rows={2} />
      </div>
    </fieldset>
  );
};

/** What stands, to read: after the close, and beside a list that somebody else has changed meanwhile. */
const Standing = ({ view, people }: { view: View; people: readonly NamedPerson[] }) => {
  const { t } = view;
  return people.length === 0 ? (
    <p>{t('conflicts.named.nobody')}</p>
  ) : (
    <section class="gap-3" aria-labelledby="standing">
      <h3 id="standing">{t('conflicts.named.standing')}</h3>
      <SummaryList
        entries={people.map(({ name, email, affiliation, reason }) => ({
          label: [name, email, affiliation].filter(Boolean).join(', '),
          value: <p class="words">{reason}</p>,
        }))}
      />
    </section>
  );
};
