import type { SeededPlatform } from '../../../support/seeded-platform.ts';
import type { Side } from '../world.ts';
import { both, type Probes } from './probe.ts';

const announced = { name: 'Plan.pdf', type: 'application/pdf', size: 2000 };

export const attachmentsProbes =
  ({ api }: SeededPlatform): Probes<'attachments'> =>
  (world) => {
    const draftOf = async (side: Side) => ({
      params: { applicationId: await world.application(side, 'start') },
    });
    /** A draft with a place for a file, made by its owner over HTTP. */
    const withFile = async (side: Side) => {
      const { params } = await draftOf(side);
      const { token } = side === 'austin' ? world.cast.owner : world.cast.stranger;
      const { json } = await api.call('addAttachment', { params, body: announced }, token);
      return { params: { ...params, attachmentId: json.attachmentId } };
    };
    const files = both('Austin’s draft', 'Tacoma’s draft', withFile);

    return {
      addAttachment: both('Austin’s draft', 'Tacoma’s draft', async (side) => ({
        ...(await draftOf(side)),
        body: announced,
      })),
      openAttachment: files,
      settleAttachment: files,
      removeAttachment: files,
    };
  };
