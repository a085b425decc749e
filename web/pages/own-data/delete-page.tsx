import type { DeletionRefused } from '../../../shared/accounts/account.errors.ts';
import type { KnownPerson } from '../../../shared/accounts/account.port.ts';
import type { Failure } from '../../../shared/failures.ts';
import { ErrorSummary } from '../../components/form/error-summary.tsx';
import { Form } from '../../components/form/form.tsx';
import { formOf } from '../../components/form/form-state.ts';
import { TextField } from '../../components/form/text-fields.tsx';
import { Band, Head } from '../../components/head.tsx';
import { Layout } from '../../components/layout.tsx';
import { Notice } from '../../components/notice.tsx';
import { Outbox } from '../../components/outbox.tsx';
import type { View } from '../../view.ts';

type Props = {
  view: View;
  person: KnownPerson;
  refused?: DeletionRefused | undefined;
  failure?: Failure | undefined;
};

const sections = {
  now: ['sign-in', 'roles'],
  erased: ['account', 'profile', 'alum', 'mail', 'drafts'],
  stays: ['applications', 'reviews', 'requests', 'history', 'copies'],
} as const;

/** What deleting the account does, what stays and why, and the form that does it; or what stands in its way. */
export const DeletePage = ({ view, person, refused, failure }: Props) => {
  const { t } = view;
  return (
    <Layout view={view} title={t('personal.delete.title')}>
      <Head title={t('personal.delete.title')} lede={t('personal.delete.lede')} near />
      {refused ? (
        <Refused view={view} refused={refused} />
      ) : (
        <>
          <Points
            view={view}
            title={t('personal.delete.now.title')}
            words={sections.now.map((one) => t(`personal.delete.now.${one}`))}
          />
          <Points
            view={view}
            title={t('personal.delete.erased.title')}
            words={sections.erased.map((one) => t(`personal.delete.erased.${one}`))}
          />
          <Points
            view={view}
            title={t('personal.delete.stays.title')}
            words={sections.stays.map((one) => t(`personal.delete.stays.${one}`))}
          />
          <Confirm view={view} person={person} failure={failure} />
        </>
      )}
    </Layout>
  );
};

const Points = ({ title, words }: { view: View; title: string; words: readonly string[] }) => (
  <section class="flow measure gap-4">
    <h2>{title}</h2>
    <ul class="points">
      {words.map((one) => (
        <li>{one}</li>
      ))}
    </ul>
  </section>
);

const Refused = ({ view, refused }: { view: View; refused: DeletionRefused }) => {
  const { t, href } = view;
  return (
    <Notice>
      <p>
        <strong>{t('personal.delete.first')}</strong>
      </p>
      <p>{t(`personal.delete.refused.${refused.why}`)}</p>
      {refused.why === 'only-staff' && (
        <p>
          <a class="tap" href={href('/staff/people')}>
            {t('personal.delete.people')}
          </a>
        </p>
      )}
      {(refused.organisationIds ?? []).map((id) => (
        <p>
          <a class="tap" href={href(`/organisations/${id}`)}>
            {t('personal.delete.organization')}
          </a>
        </p>
      ))}
    </Notice>
  );
};

const Confirm = ({ view, person, failure }: Pick<Props, 'view' | 'person' | 'failure'>) => {
  const { t, href } = view;
  const form = formOf(view, {
    labels: { email: t('personal.delete.email') },
    words: ({ code }) => (code === 'not-theirs' ? t('personal.delete.email.wrong') : undefined),
    failure,
  });
  return (
    <Band id="confirm" title={t('personal.delete.go')}>
      <ErrorSummary form={form} />
      <Form view={view} class="column flow" forgets>
        <TextField
          form={form}
          name="email"
          type="email"
          inputmode="email"
          autocomplete="off"
          hint={t('personal.delete.email.hint', { address: person.account.email })}
        />
        <Outbox view={view} level={3} title="" mail={[]}>
          {t('personal.delete.mail')}
        </Outbox>
        <p class="acts">
          <button class="go" type="submit">
            {t('personal.delete.go')}
          </button>
          <a class="tap" href={href('/account')}>
            {t('personal.delete.back')}
          </a>
        </p>
      </Form>
    </Band>
  );
};
