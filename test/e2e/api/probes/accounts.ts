import { accountsUseCases } from '../../../../functions/container/accounts-use-cases.ts';
import { newId } from '../../../../functions/container/clients.ts';
import { openPartnerships } from '../../../../functions/container/partnerships-use-cases.ts';
import { proofIdOf } from '../../../../shared/accounts/address-proof.ts';
import { leadingAsia } from '../../../../shared/programs/round.ts';
import { cursorsWith } from '../../../../shared/table/cursor.ts';
import { callAt, done } from '../../../support/seeded/clock.ts';
import { newName, type SeededPlatform } from '../../../support/seeded-platform.ts';
import type { Side } from '../world.ts';
import { always, both, type Probes } from './probe.ts';

const newcomer = () => ({ email: `${newName('invited')}@people.example`, language: 'en' }) as const;

const chapterId = 'jetaa-texoma';

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

    const madeUp = () => ({ token: `${newId()}.${newName('token')}` });
    let asked = 0;
    /** Each time an hour later, when no earlier link of the same person stands in the way. */
    const addressAsked = async (personId: string) => {
      asked += 1;
      const later = new Date(Date.now() + asked * 3_600_000);
      done(
        await act.askAddress(await people.actor({ personId }), { email: newcomer().email }, callAt(later)),
      );
      return { body: { token: `${proofIdOf(personId)}.${minted}` } };
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
      askAddress: { 'another of one’s own': async () => ({ body: { email: newcomer().email } }) },
      proveAddress: {
        'one’s own, by the token mailed': async (as) => (as ? addressAsked(as.personId) : { body: madeUp() }),
        'by another’s token': async () => addressAsked((await people.join(newName('asking'))).personId),
        'by a token made up': async () => ({ body: madeUp() }),
      },
      viewOwnData: { 'one’s own': always({}) },
      deleteAccount: {
        'by another’s address': async () => ({ body: { email: newcomer().email } }),
      },
      deletePerson: {
        'who asked for it': async () => {
          const { personId, email } = await people.join(newName('leaving'));
          return { params: { personId }, body: { email, reason: 'asked-in-writing' } };
        },
        nobody: async () => ({
          params: { personId: newId() },
          body: { email: newcomer().email, reason: 'asked-in-writing' },
        }),
      },
      viewPerson: {
        anyone: async () => ({ params: { personId: (await people.join(newName('seen'))).personId } }),
        nobody: async () => ({ params: { personId: newId() } }),
      },
      mergePeople: {
        'two of others': async () => {
          const [one, other] = [await people.join(newName('one')), await people.join(newName('other'))];
          const body = { email: other.email, reason: 'The same person' };
          return { params: { personId: one.personId }, body };
        },
      },
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
      listLeads: { 'of a chapter': always({ params: { chapterId } }) },
      revokeLead: {
        'of a chapter': async () => {
          const leaving = await people.join(newName('leaving'), { kind: 'lead', chapterId });
          return { params: { chapterId, personId: leaving.personId } };
        },
      },
      listMembers: both('Austin’s', 'Tacoma’s', async (side) => ({ params: of(side) })),
      revokeMember: both('Austin’s', 'Tacoma’s', member),
      inviteStaff: { anyone: async () => ({ body: newcomer() }) },
      listStaffInvitations: { all: always({}) },
      inviteReviewer: { 'of a round': async () => ({ params, body: newcomer() }) },
      inviteLead: { 'of a chapter': async () => ({ params: { chapterId }, body: newcomer() }) },
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
