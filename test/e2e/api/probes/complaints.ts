import { randomUUID } from 'node:crypto';
import { complaintsUseCases } from '../../../../functions/container/complaints-use-cases.ts';
import type { SeededPlatform } from '../../../support/seeded-platform.ts';
import type { Side } from '../world.ts';
import { always, both, type Probes } from './probe.ts';

// The staff of the cast certified what was announced: they read a complaint about it, and leave it to somebody else.
export const complaintsProbes =
  ({ table, people }: SeededPlatform): Probes<'complaints'> =>
  (world) => {
    const { committee, announced, ownerOf } = world;
    const { complain, takeUpComplaint } = complaintsUseCases(table);
    const call = () => ({ receivedAt: new Date(), idempotencyKey: randomUUID() });
    const decided = async (side: Side) => ({ params: { applicationId: (await announced(side)).id } });
    const outcomes = both('Austin’s, announced', 'Tacoma’s, announced', decided);
    const complained = async (side: Side) => {
      const { params } = await decided(side);
      await complain(await ownerOf(side), { ...params, text: 'Nobody read the annex' }, call());
      return { params, version: 1 };
    };
    const complaints = both('Austin’s, complained', 'Tacoma’s, complained', complained);
    const settling = both('Austin’s, complained', 'Tacoma’s, complained', async (side) => {
      const { params } = await complained(side);
      const handler = await people.join(`handler-${randomUUID()}`, {
        kind: 'staff',
        programId: 'leading-asia',
      });
      await takeUpComplaint(await people.actor(handler), { ...params, version: 1 }, call());
      return { params, version: 2, body: { outcome: 'reject', reason: 'The annex was read' } };
    });
    return {
      viewComplaint: outcomes,
      complain: both('Austin’s, announced', 'Tacoma’s, announced', async (side) => ({
        ...(await decided(side)),
        body: { text: 'Nobody read the annex' },
      })),
      withdrawComplaint: complaints,
      listComplaints: { 'of a closed round': always({ params: { roundId: committee.id } }) },
      viewComplaintFile: complaints,
      takeUpComplaint: complaints,
      settleComplaint: settling,
    };
  };
