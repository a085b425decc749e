import type { SeenAlumInvitation } from '../../../shared/chapters/view-alum-invitation.ts';
import type { Failure } from '../../../shared/failures.ts';
import { Form } from '../../components/form/form.tsx';
import { Head } from '../../components/head.tsx';
import { Layout } from '../../components/layout.tsx';
import { SummaryList } from '../../components/lists.tsx';
import { Notice } from '../../components/notice.tsx';
import { Outbox } from '../../components/outbox.tsx';
import { Time } from '../../components/written.tsx';
import { isMessageKey } from '../../messages/translate.ts';
import type { View } from '../../view.ts';

type Props = { view: View; token: string; seen: SeenAlumInvitation };

const Onward = ({ view: { t, href, person }, token }: Pick<Props, 'view' | 'token'>) =>
  person ? (
    <button class="go" type="submit" name="act" value="accept">
      {t('chapters.asked.accept')}
    </button>
  ) : (
    <a class="go" href={href(`/sign-in?next=${encodeURIComponent(`/alumni/invitations/${token}`)}`)}>
      {t('accounts.invitation.sign-in')}
    </a>
  );

/** A chapter's mail leads here: who asks, and two buttons. Looking changes nothing, and shows nothing of anybody. */
export const AlumInvitationPage = ({ view, token, seen: { chapter, expiresAt, accepted } }: Props) => {
  const { t, href, person } = view;
  return (
    <Layout view={view} title={t('chapters.asked.title')}>
      <Head title={t('chapters.asked.title')} lede={t('chapters.asked.lede')} near />
      <div class="column flow">
        <SummaryList
          entries={[
            { label: t('chapters.column.chapter'), value: <span lang="en">{chapter.name}</span> },
            {
              label: t('accounts.column.until'),
              value: <Time view={view} at={expiresAt} zone={view.viewerZone ?? 'UTC'} as="moment" />,
            },
          ]}
        />
        {accepted ? (
          <Notice>
            <p>{t('chapters.asked.done')}</p>
            <p>
              <a href={href('/alumni/me')}>{t('chapters.asked.onward')}</a>
            </p>
          </Notice>
        ) : (
          <Form view={view} class="flow">
            <p>{t('chapters.asked.then')}</p>
            {person && <p>{t('chapters.asked.as', { address: person.account.email })}</p>}
            <Outbox view={view} title="" mail={[]} />
            <p class="acts">
              <Onward view={view} token={token} />
              <button class="linkish" type="submit" name="act" value="decline">
                {t('chapters.asked.decline')}
              </button>
            </p>
            <p class="small soft">{t('chapters.asked.decline.note')}</p>
          </Form>
        )}
      </div>
    </Layout>
  );
};

/** Answered, withdrawn, wrong or too late: nothing of what it once was; or deleted just now. */
export const ClosedAlumInvitationPage = ({
  view,
  failure,
}: {
  view: View;
  /** Undefined where it was declined this moment. */
  failure: Failure | undefined;
}) => {
  const { t, href } = view;
  const title = failure ? t('accounts.invitation.closed') : t('chapters.asked.declined');
  const key = `accounts.invitation.closed.${failure?.kind}`;
  const words = isMessageKey(key) ? t(key) : failure && t(`failure.${failure.kind}`);
  return (
    <Layout view={view} title={title}>
      <Head title={title} />
      <div class="flow measure">
        <p>{failure ? words : t('chapters.asked.declined.text')}</p>
        <p class="acts">
          <a href={href('/alumni')}>{t('chapters.alumni.title')}</a>
        </p>
      </div>
    </Layout>
  );
};
