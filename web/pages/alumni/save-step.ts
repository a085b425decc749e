import type { Registration } from '../../../shared/alumni/alum-draft.ts';
import type { OwnAlum } from '../../../shared/alumni/view-alum.ts';
import type { Failure } from '../../../shared/failures.ts';
import { fail, ok, type Result } from '../../../shared/kernel/result.ts';
import { readPlaces } from '../../components/places/read-places.ts';
import type { View } from '../../view.ts';
import { readChoices, readOffer, readPlacesOf } from './read-step.ts';
import { type Said, writtenPlaces } from './said.ts';
import type { Step } from './steps.ts';
import type { OwnAlumUseCases } from './use-cases.ts';

type Done = Result<unknown, Failure>;

/** What a page says of a registration, or what is wrong with it. */
const readStep = (step: Step, { typed }: View): Result<Registration, Failure> => {
  if (step === 'consents') return ok({ choices: readChoices(typed) });
  if (step === 'offer') {
    const offer = readOffer(typed);
    return offer.ok ? ok({ offer: offer.value }) : offer;
  }
  const places = readPlacesOf(typed, step === 'home' ? 'home' : 'placements');
  if (!places.ok) return places;
  return step === 'home'
    ? ok({ home: places.value.home, nameJa: typed.text('nameJa') })
    : ok({ placements: places.value.placements });
};

/** What they are called is their account's: saved there, where it was changed. */
const saveName = async (
  { editAccount }: OwnAlumUseCases,
  { actor, call, typed, person }: View,
): Promise<Done> => {
  const name = typed.text('name').trim();
  if (name === '') return fail({ kind: 'invalid-input', fields: [{ path: 'name', code: 'required' }] });
  if (!person || person.account.name === name) return ok(undefined);
  const { version, language } = person.account;
  return editAccount(actor, { name, language, version }, call);
};

/** A problem that was found further in, under the name of the field in which it was typed. */
const inForm = (done: Done, { typed }: View): Done => {
  if (done.ok || done.failure.kind !== 'invalid-input') return done;
  const { fieldOf } = readPlaces(typed);
  const fields = done.failure.fields.map((one) => ({ ...one, path: fieldOf(one.path) }));
  return fail({ ...done.failure, fields });
};

/** Keeps a page: as a part of a registration that is not sent, or at once where one stands. */
export const saveStep =
  (useCases: OwnAlumUseCases) =>
  async (step: Step, view: View, own: OwnAlum, said: Said): Promise<Done> => {
    const { actor, call, typed } = view;
    const read = readStep(step, view);
    if (!read.ok) return read;
    const named = step === 'home' ? await saveName(useCases, view) : ok(undefined);
    if (!named.ok) return named;
    const version = Number(typed.text('version')) || 0;
    const { offer, choices, nameJa, placements, home } = read.value;
    if (!own.alum)
      return inForm(await useCases.keepRegistration(actor, { ...read.value, version }, call), view);
    if (offer) return useCases.saveOffer(actor, { ...offer, version }, call);
    if (choices) return useCases.decideConsents(actor, { ...choices, version }, call);
    const stands = writtenPlaces(said);
    const places = {
      nameJa: nameJa ?? stands.nameJa,
      placements: placements ?? stands.placements,
      home: home ?? stands.home,
    };
    return inForm(await useCases.savePlaces(actor, { ...places, version }, call), view);
  };
