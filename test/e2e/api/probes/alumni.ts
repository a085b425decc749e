import { randomUUID } from 'node:crypto';
import { newId } from '../../../../functions/container/clients.ts';
import { registeringUseCases } from '../../../../functions/container/registering-use-cases.ts';
import { aRegistration } from '../../../support/alumni-fakes.ts';
import { callAt, done } from '../../../support/seeded/clock.ts';
import type { SeededPlatform } from '../../../support/seeded-platform.ts';
import type { Probe, Probes } from './probe.ts';

/** Whoever asks has registered before; nobody else's registration has an address. */
export const alumniProbes =
  ({ table, people }: SeededPlatform): Probes<'alumni'> =>
  () => {
    const act = registeringUseCases({ table, newId });
    const call = () => callAt(new Date());
    const registration = aRegistration();
    const own =
      (ask: (own: Awaited<ReturnType<typeof registered>>) => Awaited<ReturnType<Probe>>): Probe =>
      async (as) =>
        ask(await registered(as));
    const registered = async (as: Parameters<Probe>[0]) => {
      const someone = as ?? (await people.join(`alum-${randomUUID()}`));
      const actor = await people.actor(someone);
      const before = done(await act.viewAlum(actor, {}, call()));
      if (before.alum) return { alum: before.alum, profileVersion: before.profileVersion };
      const { profileVersion } = before;
      const { alum } = done(await act.registerAlum(actor, { ...registration, profileVersion }, call()));
      return { alum, profileVersion: profileVersion + 1 };
    };
    return {
      viewAlum: { 'one’s own': own(() => ({})) },
      keepRegistration: { 'of somebody registered': own(() => ({ version: 0, body: {} })) },
      registerAlum: {
        'one’s own': own(({ profileVersion }) => ({ body: { ...registration, profileVersion } })),
      },
      savePlaces: {
        'one’s own': own(({ profileVersion: version }) => ({
          version,
          body: { nameJa: '', home: registration.home, placements: registration.placements },
        })),
      },
      saveOffer: {
        'one’s own': own(({ alum: { version } }) => ({ version, body: { ...registration.offer } })),
      },
      decideConsents: {
        'one’s own': own(({ alum: { version } }) => ({ version, body: { ...registration.choices } })),
      },
    };
  };
