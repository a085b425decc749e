import type { UseCase } from '../kernel/endpoint.ts';
import type { NotFound } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import type { PartnershipDirectory } from '../partnerships/partnership.port.ts';
import { introductionByLink } from './answer-introduction.ts';
import type { AskedAlumni } from './asked-alumni.port.ts';
import { sideOf } from './coordination.ts';
import type { Introductions } from './introduction.port.ts';
import { type IntroductionSheet, type SheetPorts, sheetFor } from './introduction-sheet.ts';

type Ports = SheetPorts & {
  introductions: Pick<Introductions, 'find' | 'byLink' | 'requestsOf'>;
  directory: Pick<PartnershipDirectory, 'claim'>;
  alumni: Pick<AskedAlumni, 'find'>;
};

/** One introduction, as the alum, the partnership's coordinators or the chapter lead who asked may know it. */
export const viewIntroduction =
  (ports: Ports): UseCase<{ introductionId: string }, IntroductionSheet, NotFound> =>
  async (actor, { introductionId }, { receivedAt }) => {
    const found = await ports.introductions.find(introductionId);
    const side = found && (await sideOf(ports, actor, found));
    if (!found || !side) return fail({ kind: 'not-found' });
    const [sheet, requests] = await Promise.all([
      sheetFor(ports, found, side.side, receivedAt),
      side.side === 'alum' ? ports.introductions.requestsOf(found.personId) : undefined,
    ]);
    const blocked = side.side === 'alum' && {
      blocked: requests?.blocked.includes(found.partnershipId) ?? false,
    };
    return sheet ? ok({ ...sheet, ...blocked }) : fail({ kind: 'not-found' });
  };

/** What the holder of a mailed link is asked. Reading changes nothing, and shows no contact details of anybody. */
export const viewByLink =
  (ports: Omit<Ports, 'alumni'>): UseCase<unknown, IntroductionSheet, NotFound> =>
  async (actor, _, { receivedAt }) => {
    const found = await introductionByLink(ports.introductions, actor);
    const sheet = found && (await sheetFor(ports, found, 'link', receivedAt));
    return sheet ? ok(sheet) : fail({ kind: 'not-found' });
  };
