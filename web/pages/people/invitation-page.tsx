import { needsPledge } from '../../../shared/accounts/invitation.ts';
import { pledge } from '../../../shared/accounts/pledge.ts';
import { roleName } from '../../../shared/accounts/role.ts';
import type { SeenInvitation } from '../../../shared/accounts/view-invitation.ts';
import type { Failure } from '../../../shared/failures.ts';
import { inLanguage } from '../../../shared/kernel/text.ts';
import { CheckField } from '../../components/form/choice-fields.tsx';
import { ErrorSummary } from '../../components/form/error-summary.tsx';
import { Form } from '../../components/form/form.tsx';
import { type FormState, formOf } from '../../components/form/form-state.ts';
import { Head } from '../../components/head.tsx';
import { Layout } from '../../components/layout.tsx';
import { SummaryList } from '../../components/lists.tsx';
import { Notice } from '../../components/notice.tsx';
import { Outbox } from '../../components/outbox.tsx';
import { Time } from '../../components/written.tsx';
import { isMessageKey } from '../../messages/translate.ts';
import type { View } from '../../view.ts';
import { doorOf } from './role-door.ts';
import { roleWords } from './role-words.ts';

type Props = { view: View; token: string; seen: SeenInvitation; failure?: Failure | undefined };

/** What is offered, and the button that accepts it; for reviewers the pledge stands before the button. */
export const InvitationPage = ({ view, token, seen, failure }: Props) => {
  const { t, person, language, href } = view;
  const { invitation, scopeName } = seen;
  const title = t('accounts.invitation.title');
  const form = formOf(view, {
    labels: { pledge: t('accounts.pledge.agree') },
    words: () => t('accounts.pledge.required'),
    failure,
  });
  return (
    <Layout view={view} title={title}>
      <Head title={title} lede={t(`accounts.invitation.lede.${invitation.role.kind}`)} near />
      <ErrorSummary form={form} />
      <div class="column flow">
        <SummaryList
          entries={[
            { label: t('accounts.invitation.role'), value: roleWords(t, roleName(invitation.role)) },
            ...(scopeName
              ? [{ label: t('accounts.invitation.scope'), value: inLanguage(scopeName, language) }]
              : []),
            {
              label: t('accounts.column.until'),
              value: (
                <Time view={view} at={invitation.expiresAt} zone={view.viewerZone ?? 'UTC'} as="moment" />
              ),
            },
          ]}
        />
        {invitation.accepted ? (
          <Notice>
            <p>{t('accounts.invitation.done')}</p>
            <p>
              <a href={href(doorOf(invitation.role))}>{t('accounts.invitation.onward')}</a>
            </p>
          </Notice>
        ) : person ? (
          <AcceptForm view={view} form={form} seen={seen} as={person.account.email} />
        ) : (
          <SignInFirst view={view} token={token} />
        )}
      </div>
    </Layout>
  );
};

const SignInFirst = ({ view: { t, href }, token }: { view: View; token: string }) => (
  <>
    <p>{t('accounts.invitation.sign-in-first')}</p>
    <p class="acts">
      <a class="go" href={href(`/sign-in?next=${encodeURIComponent(`/invitations/${token}`)}`)}>
        {t('accounts.invitation.sign-in')}
      </a>
    </p>
  </>
);

type AcceptProps = { view: View; form: FormState; seen: SeenInvitation; as: string };

const AcceptForm = ({ view, form, seen: { invitation }, as }: AcceptProps) => {
  const { t, language } = view;
  const pledging = needsPledge(invitation.role);
  return (
    <Form view={view} class="flow">
      {pledging && (
        <section class="panel flow" aria-labelledby="pledge-title">
          <h2 class="h-lg gap-2" id="pledge-title">
            {t('accounts.pledge.title')}
          </h2>
          <ol class="points">
            {pledge.text.map((sentence) => (
              <li>{inLanguage(sentence, language)}</li>
            ))}
          </ol>
          <p class="small soft">{t('accounts.pledge.version', { version: pledge.version })}</p>
          <CheckField form={form} name="pledge" />
        </section>
      )}
      <p>{t('accounts.invitation.as', { address: as })}</p>
      <Outbox view={view} title="" mail={[]} />
      <p class="acts">
        <button class="go" type="submit">
          {pledging ? t('accounts.pledge.go') : t('accounts.invitation.go')}
        </button>
      </p>
    </Form>
  );
};

/** Used, withdrawn, wrong or too late: nothing of what it once offered. */
export const ClosedInvitationPage = ({ view, failure }: { view: View; failure: Failure }) => {
  const { t, href } = view;
  const key = `accounts.invitation.closed.${failure.kind}`;
  return (
    <Layout view={view} title={t('accounts.invitation.closed')}>
      <Head title={t('accounts.invitation.closed')} />
      <div class="flow measure">
        <p>{isMessageKey(key) ? t(key) : t(`failure.${failure.kind}`)}</p>
        <p class="acts">
          <a href={href('/ask')}>{t('site.foot.ask')}</a>
        </p>
      </div>
    </Layout>
  );
};
