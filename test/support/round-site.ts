import { ok } from '../../shared/kernel/result.ts';
import { cancelRound } from '../../shared/programs/cancel-round.ts';
import { checkRoundEligibility } from '../../shared/programs/check-round-eligibility.ts';
import { createRound } from '../../shared/programs/create-round.ts';
import { duplicateRound } from '../../shared/programs/duplicate-round.ts';
import { editRound } from '../../shared/programs/edit-round.ts';
import { extendRound } from '../../shared/programs/extend-round.ts';
import { listOpenRounds, listRounds } from '../../shared/programs/list-rounds.ts';
import { publishRound } from '../../shared/programs/publish-round.ts';
import type { Round } from '../../shared/programs/round.ts';
import { viewOpenRound, viewRound } from '../../shared/programs/view-round.ts';
import { fakeRounds, openCursors } from './programs-fakes.ts';
import { aPerson, webApp } from './web-app.ts';

export const staff = aPerson('staff-1', { kind: 'staff', programId: 'leading-asia' });
export const ann = aPerson('ann');

/** The rounds' pages on a fake store, with the clock standing at `now`. */
export const roundSite = (now: string, ...stored: Round[]) => {
  const fake = fakeRounds(...stored);
  const ports = { rounds: fake, cursors: openCursors };
  const rounds = {
    listOpenRounds: listOpenRounds(ports),
    viewOpenRound: viewOpenRound(ports),
    listRounds: listRounds(ports),
    viewRound: viewRound(ports),
    createRound: createRound(ports),
    editRound: editRound(ports),
    publishRound: publishRound(ports),
    extendRound: extendRound(ports),
    cancelRound: cancelRound(ports),
    duplicateRound: duplicateRound(ports),
    checkRoundEligibility: checkRoundEligibility(ports),
    viewFormUse: async () => ok({ current: 1, forms: [{ no: 1, drafts: 3, sent: 2 }] }),
  };
  const clock = () => new Date(now);
  return { ...webApp({ people: [staff, ann], useCases: { rounds }, ports: { clock } }), ...fake };
};
