import { alumStore } from '../../shared/alumni/alum.store.ts';
import { alumDraftStore } from '../../shared/alumni/alum-draft.store.ts';
import { decideConsents } from '../../shared/alumni/decide-consents.ts';
import { keepRegistration } from '../../shared/alumni/keep-registration.ts';
import { registerAlum } from '../../shared/alumni/register-alum.ts';
import { saveOffer } from '../../shared/alumni/save-offer.ts';
import { savePlaces } from '../../shared/alumni/save-places.ts';
import { viewAlum } from '../../shared/alumni/view-alum.ts';
import { personProfileStore, profileWrites } from '../../shared/conflicts/person-profile.store.ts';
import { endOpenOf } from '../../shared/introductions/end-introductions.ts';
import { endOpenWrites, introductionStore } from '../../shared/introductions/introduction.store.ts';
import type { NewId } from '../../shared/kernel/ids.ts';
import { onceMore } from '../../shared/kernel/once-more.ts';
import { messageWrites } from '../../shared/messages/message.store.ts';
import type { Table } from '../../shared/table/table.ts';

export const openAlumni = (table: Table) => alumStore(table, { profileWrites, endOpenWrites });

/** An alum's own: registering, correcting, agreeing and withdrawing. */
export const registeringUseCases = ({ table, newId }: { table: Table; newId: NewId }) => {
  const ports = {
    alumni: openAlumni(table),
    drafts: alumDraftStore(table),
    profiles: personProfileStore(table),
    endOpen: endOpenOf({ introductions: introductionStore(table, { messageWrites }) }),
    newId,
  };
  return {
    viewAlum: viewAlum(ports),
    keepRegistration: keepRegistration(ports),
    registerAlum: onceMore(registerAlum(ports)),
    savePlaces: onceMore(savePlaces(ports)),
    // Whoever asks in the same instant meets the alum's places: two may have come before a withdrawal gets through.
    saveOffer: onceMore(onceMore(saveOffer(ports))),
    decideConsents: onceMore(onceMore(decideConsents(ports))),
  };
};
