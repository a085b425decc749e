import { afterAll, beforeAll, expect, test } from 'vitest';
import { registeringUseCases } from '../../../functions/container/registering-use-cases.ts';
import { personProfileStore } from '../../../shared/conflicts/person-profile.store.ts';
import { nothingWritten, profileDetailsSchema } from '../../../shared/conflicts/person-profile.ts';
import { profileChange } from '../../../shared/conflicts/profile-change.ts';
import { jetaaChapters } from '../../../shared/reference/jetaa-chapters.ts';
import { noon, person } from '../../support/accounts-fakes.ts';
import { aRegistration } from '../../support/alumni-fakes.ts';
import { startEngine } from '../../support/engine.ts';

let engine: Awaited<ReturnType<typeof startEngine>>;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine?.stop());

const call = { receivedAt: noon, idempotencyKey: 'key-1' };
const ids = jetaaChapters.map(({ id }) => id);
/** As many as a reviewer's page takes. */
const most = ids.filter(
  (_, at) => profileDetailsSchema.safeParse({ chapters: ids.slice(0, at + 1) }).success,
);

test('whoever names as many chapters as one may, and registers as an alum of another, reads their profile still', async () => {
  const personId = 'of-many-chapters';
  const profiles = personProfileStore(engine);
  const written = { ...nothingWritten, chapters: most };
  const profile = profileChange(undefined, { personId, version: 0, written }, noon);
  if (!profile.ok) throw new Error(JSON.stringify(profile.failure));
  await profiles.save(profile.value);

  const act = registeringUseCases({ table: engine, newId: () => `alum-of-${personId}` });
  const [another = '', next = ''] = ids.filter((id) => !most.includes(id));
  const { offer, ...registration } = aRegistration();
  const actor = person(personId);
  const registering = { ...registration, offer: { ...offer, chapter: another }, profileVersion: 1 };
  expect(await act.registerAlum(actor, registering, call)).toMatchObject({ value: { alum: { version: 1 } } });
  expect((await profiles.find(personId))?.chapters).toEqual([...most, another]);
  await act.saveOffer(actor, { ...offer, chapter: next, version: 1 }, call);
  expect((await profiles.find(personId))?.chapters).toEqual([...most, next]);
  expect(await act.viewAlum(actor, {}, call)).toMatchObject({ value: { profileVersion: 3 } });
});
