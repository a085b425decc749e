import type { editAccount } from '../../../shared/accounts/edit-account.ts';
import type { decideConsents } from '../../../shared/alumni/decide-consents.ts';
import type { keepRegistration } from '../../../shared/alumni/keep-registration.ts';
import type { registerAlum } from '../../../shared/alumni/register-alum.ts';
import type { saveOffer } from '../../../shared/alumni/save-offer.ts';
import type { savePlaces } from '../../../shared/alumni/save-places.ts';
import type { viewAlum } from '../../../shared/alumni/view-alum.ts';

/** What the pages of one's own registration ask for. */
export type OwnAlumUseCases = {
  viewAlum: ReturnType<typeof viewAlum>;
  keepRegistration: ReturnType<typeof keepRegistration>;
  registerAlum: ReturnType<typeof registerAlum>;
  savePlaces: ReturnType<typeof savePlaces>;
  saveOffer: ReturnType<typeof saveOffer>;
  decideConsents: ReturnType<typeof decideConsents>;
  editAccount: ReturnType<typeof editAccount>;
};
