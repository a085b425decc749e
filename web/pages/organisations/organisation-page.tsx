import type { Invitation } from '../../../shared/accounts/invitation.ts';
import type { ListedPerson } from '../../../shared/accounts/list-people.ts';
import type { Failure } from '../../../shared/failures.ts';
import { membership } from '../../../shared/kernel/actor.ts';
import type { OrganisationView } from '../../../shared/partnerships/view-organisation.ts';
import { ErrorSummary } from '../../components/form/error-summary.tsx';
import { formOf } from '../../components/form/form-state.ts';
import { Band, Head } from '../../components/head.tsx';
import { Layout } from '../../components/layout.tsx';
import type { View } from '../../view.ts';
import { ClaimsTable } from './claims-table.tsx';
import { Invitations } from './invitations.tsx';
import { InviteForm } from './invite-form.tsx';
import { MembersTable } from './members-table.tsx';

export type OrganisationPageProps = {
  view: View;
  seen: OrganisationView;
  /** Empty for staff, who see the organisation and not its people. */
  members: readonly ListedPerson[];
  invitations: readonly Invitation[];
  failure?: Failure | undefined;
};

/** An organisation: what it runs, who belongs to it, whom it has invited. */
export const OrganisationPage = ({ view, seen, members, invitations, failure }: OrganisationPageProps) => {
  const { t, href, actor } = view;
  const { organisation, claims } = seen;
  const as = membership(actor, organisation.id);
  const inviting = failure && view.typed.text('act') === 'invite';
  const form = formOf(view, {
    values: { language: 'en', as: 'editor' },
    typed: inviting || view.returned ? view.typed : undefined,
    failure,
    labels: {
      email: t('organisations.invite.email'),
      language: t('organisations.invite.language'),
      as: t('organisations.invite.as'),
    },
  });
  return (
    <Layout view={view} title={organisation.legalName}>
      <Head
        over={t(`organisations.kind.${organisation.kind}`)}
        title={organisation.legalName}
        lede={organisation.ein && t('organisations.ein.is', { ein: organisation.ein })}
      />
      <ErrorSummary form={form} />
      <Band id="claims" title={t('organisations.claims')}>
        <ClaimsTable view={view} claims={claims} />
        {as && (
          <p class="acts gap-2">
            <a href={href('/my')}>{t('organisations.applications')}</a>
            <a href={href('/partnerships')}>{t('organisations.claim-more')}</a>
          </p>
        )}
      </Band>
      {as && (
        <Band id="members" title={t('organisations.members')} lede={t('organisations.members.lede')}>
          <MembersTable
            view={view}
            organisationId={organisation.id}
            members={members}
            mayRemove={as === 'owner'}
          />
        </Band>
      )}
      {as === 'owner' && (
        <Band id="invite" title={t('organisations.invite')}>
          <InviteForm form={form} />
        </Band>
      )}
      {invitations.length > 0 && (
        <Band id="invitations" title={t('organisations.invitations')}>
          <Invitations view={view} invitations={invitations} mayRevoke={as === 'owner'} />
        </Band>
      )}
    </Layout>
  );
};
