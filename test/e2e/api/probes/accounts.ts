import { accountsUseCases } from '../../../../functions/container/accounts-use-cases.ts';
import { newId } from '../../../../functions/container/clients.ts';
import { openPartnerships } from '../../../../functions/container/partnerships-use-cases.ts';
import { leadingAsia } from '../../../../shared/programs/round.ts';
import { cursorsWith } from '../../../../shared/table/cursor.ts';
import { callAt, done } from '../../../support/seeded/clock.ts';
import { newName, type SeededPlatform } from '../../../support/seeded-platform.ts';
import type { Side } from '../world.ts';
import { always, both, type Probes } from './probe.ts';

const newcomer = () => ({ email: `${newName('invited')}@people.example`, language: 'en' }) as const;

export const accountsProbes =
  ({ table, people }: SeededPlatform): Probes<'accounts'> =>
  (world) => {
    const { sides, committee, byStaff } = world;
    const minted = newName('minted');
    const act = accountsUseCases({
      table,
      cursors: cursorsWith('set-up'),
      newId,
      newToken: () => minted,
      organisations: openPartnerships(table),
    });
    const params = { roundId: committee.id };
    const of = (side: Side) => ({ organisationId: sides[side].id });

    const member = async (side: Side) => {
      const { personId } = await people.join(newName('member'));
      await people.grant(personId, { kind: 'member', ...of(side), as: 'viewer' });
      return { params: { ...of(side), personId } };
    };
    const memberInvited = async (side: Side) => {
      const invited = await act.inviteMember(
        await world.ownerOf(side),
        { ...of(side), ...newcomer(), as: 'viewer' },
        callAt(new Date()),
      );
      return { params: { invitationId: done(invited).invitation.id } };
    };
    const staffInvited = async () => {
      const invited = done(await act.inviteStaff(byStaff, newcomer(), callAt(new Date())));
      return { params: { invitationId: invited.invitation.id } };
    };
    /** A place in an organisation that has nothing to do with the others. */
    const placeOffered = async () => {
      const owner = await people.join(newName('founder'));
      const { id } = await world.applications.found(await people.actor(owner), 'A society of its own');
      const input = { organisationId: id, ...newcomer(), as: 'viewer' } as const;
      const sent = done(await act.inviteMember(await people.actor(owner), input, callAt(new Date())));
      return { body: { token: `${sent.invitation.id}.${minted}` } };
    };

    return {
      viewAccount: { 'one’s own': always({}) },
      editAccount: {
        'one’s own': async (as) => {
          const found = as && (await act.findPerson(as.personId));
          return { version: found?.account.version ?? 1, body: { name: 'A name', language: 'en' } };
        },
      },
      endSessions: { 'one’s own': always({}) },
      listStaff: { all: always({}) },
      revokeStaff: {
        'a colleague': async () => {
          const leaving = await people.join(newName('leaving'), { kind: 'staff', programId: leadingAsia });
          return { params: { personId: leaving.personId } };
        },
      },
      listReviewers: { 'of a round': always({ params }) },
      revokeReviewer: {
        'of a round': async () => {
          const leaving = await people.join(newName('leaving'), { kind: 'reviewer', roundId: committee.id });
          return { params: { ...params, personId: leaving.personId } };
        },
      },
      listMembers: both('Austin’s', 'Tacoma’s', async (side) => ({ params: of(side) })),
      revokeMember: both('Austin’s', 'Tacoma’s', member),
      inviteStaff: { anyone: async () => ({ body: newcomer() }) },
      listStaffInvitations: { all: always({}) },
      inviteReviewer: { 'of a round': async () => ({ params, body: newcomer() }) },
      inviteMember: both('to Austin’s', 'to Tacoma’s', async (side) => ({
        params: of(side),
        body: { ...newcomer(), as: 'editor' },
      })),
      listOrganisationInvitations: both('Austin’s', 'Tacoma’s', async (side) => ({ params: of(side) })),
      revokeInvitation: {
        'to the staff': staffInvited,
        ...both('to Austin’s', 'to Tacoma’s', memberInvited),
      },
      acceptInvitation: {
        'by the token mailed': placeOffered,
        'by a token made up': async () => ({ body: { token: `${newId()}.${newName('token')}` } }),
      },
    };
  };
