import { type Invitation, isExpired } from '../../../shared/accounts/invitation.ts';
import { Badge, type State } from '../../components/badge.tsx';
import { Form } from '../../components/form/form.tsx';
import { Empty } from '../../components/notice.tsx';
import { Table } from '../../components/table.tsx';
import { Time } from '../../components/written.tsx';
import type { View } from '../../view.ts';

const stateOf = (invitation: Invitation, now: Date) => {
  if (invitation.status === 'pending' && isExpired(invitation, now)) return 'expired';
  return invitation.status;
};
const marks = {
  pending: 'wait',
  accepted: 'done',
  revoked: 'shut',
  expired: 'shut',
} as const satisfies Record<ReturnType<typeof stateOf>, State>;

/** What was sent, what became of it, and a button to take back what is still open. */
export const SentInvitations = ({
  view,
  invitations,
}: {
  view: View;
  invitations: readonly Invitation[];
}) => {
  const { t, call } = view;
  if (invitations.length === 0) return <Empty title={t('accounts.pending.none')} />;
  const zone = view.viewerZone ?? 'UTC';
  return (
    <Table
      caption={t('accounts.pending.title')}
      soft
      dense
      wide
      rows={invitations}
      columns={[
        { head: t('accounts.column.address'), names: true, cell: ({ email }) => email },
        {
          head: t('accounts.column.state'),
          cell: (one) => {
            const state = stateOf(one, call.receivedAt);
            return <Badge is={marks[state]}>{t(`accounts.invitation.${state}`)}</Badge>;
          },
        },
        {
          head: t('accounts.column.sent'),
          cell: ({ createdAt }) => <Time view={view} at={createdAt} zone={zone} />,
        },
        {
          head: t('accounts.column.until'),
          cell: ({ expiresAt }) => <Time view={view} at={expiresAt} zone={zone} as="moment" />,
        },
        {
          head: t('accounts.column.act'),
          cell: (one) => one.status === 'pending' && <Revoke view={view} invitation={one} />,
        },
      ]}
    />
  );
};

const Revoke = ({ view, invitation }: { view: View; invitation: Invitation }) => (
  <Form view={view}>
    <input type="hidden" name="act" value="revoke-invitation" />
    <input type="hidden" name="id" value={invitation.id} />
    <button class="linkish" type="submit">
      {view.t('accounts.invitation.revoke')}
      <span class="sr"> {invitation.email}</span>
    </button>
  </Form>
);
