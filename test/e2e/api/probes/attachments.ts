import { setTimeout as sleep } from 'node:timers/promises';
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
    /** The same with a file in it that was found clean: only then does it open for anybody. */
    const withCleanFile = async (side: Side) => {
      const { params } = await draftOf(side);
      const { token } = side === 'austin' ? world.cast.owner : world.cast.stranger;
      const { json } = await api.call('addAttachment', { params, body: announced }, token);
      const form = new FormData();
      for (const [name, value] of Object.entries(json.upload.fields)) form.set(name, String(value));
      form.set('file', new Blob(['%PDF-1.7\n'], { type: announced.type }), announced.name);
      await fetch(json.upload.url, { method: 'POST', body: form });
      const ask = { params: { ...params, attachmentId: json.attachmentId } };
      const opens = async () => (await api.call('openAttachment', ask, token)).status === 200;
      for (let wait = 0; wait < 100 && !(await opens()); wait += 1) await sleep(100);
      return ask;
    };
    const files = both('Austin’s draft', 'Tacoma’s draft', withFile);

    return {
      addAttachment: both('Austin’s draft', 'Tacoma’s draft', async (side) => ({
        ...(await draftOf(side)),
        body: announced,
      })),
      openAttachment: both('Austin’s draft', 'Tacoma’s draft', withCleanFile),
      settleAttachment: files,
      removeAttachment: files,
    };
  };
