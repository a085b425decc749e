import type { Announcement, DecisionChange, Decisions } from '../../shared/awards/decision.port.ts';
import type { Decision } from '../../shared/awards/decision.ts';
import type { AnswerDateChange, Letters, LetterTemplateChange } from '../../shared/awards/letter.port.ts';
import type { LetterTemplate } from '../../shared/awards/letter.ts';
import type { RemarksChange, RemarksShelf } from '../../shared/awards/remarks.port.ts';
import type { Remarks } from '../../shared/awards/remarks.ts';
import { fail, ok } from '../../shared/kernel/result.ts';
import { anApplication } from './reviews-fakes.ts';

export const aDecision = (over: Partial<Decision> = {}): Decision => {
  const { id, roundId, pair, title, partnershipId } = anApplication();
  return {
    applicationId: id,
    roundId,
    version: 1,
    status: 'proposed',
    decision: 'award',
    amountCents: 1_000_000,
    reason: 'Strong partners on both sides.',
    pair,
    title,
    theme: 'sustainability',
    partnershipId,
    proposedBy: 'staff-1',
    proposedAt: '2027-02-20T12:00:00.000Z',
    ...over,
  };
};

type Kept = { saved: DecisionChange[]; announced: Announcement[] };

/** Decisions in memory, as strict about versions as the store. */
export const fakeDecisions = (...held: Decision[]): Decisions & Kept => {
  const byId = new Map(held.map((one) => [one.applicationId, one]));
  const saved: DecisionChange[] = [];
  const announced: Announcement[] = [];
  const put = (change: DecisionChange) => {
    const { applicationId, version } = change.decision;
    if ((byId.get(applicationId)?.version ?? 0) !== version - 1) return fail({ kind: 'conflict' });
    byId.set(applicationId, change.decision);
    return ok(undefined);
  };
  return {
    saved,
    announced,
    find: async (applicationId) => byId.get(applicationId),
    ofApplications: async (ids) => new Map([...byId].filter(([id]) => ids.includes(id))),
    ofRound: async (roundId, kind) =>
      [...byId.values()].filter((one) => one.roundId === roundId && (!kind || one.decision === kind)),
    save: async (change) => {
      const done = put(change);
      if (done.ok) saved.push(change);
      return done;
    },
    announce: async (change) => {
      const done = put(change.decision);
      if (done.ok) announced.push(change);
      return done;
    },
  };
};

/** A round's letters in memory, as strict about versions as the store. */
export const fakeLetters = (
  ...templates: LetterTemplate[]
): Letters & { templates: LetterTemplateChange[]; dates: AnswerDateChange[] } => {
  const byKind = new Map(templates.map((one) => [one.kind, one]));
  const saved: LetterTemplateChange[] = [];
  const dates: AnswerDateChange[] = [];
  return {
    templates: saved,
    dates,
    book: async () => ({ templates: new Map(byKind), answerDate: dates.at(-1)?.answerDate }),
    saveTemplate: async (change) => {
      const { kind, version } = change.template;
      if ((byKind.get(kind)?.version ?? 0) !== version - 1) return fail({ kind: 'conflict' });
      byKind.set(kind, change.template);
      saved.push(change);
      return ok(undefined);
    },
    saveAnswerDate: async (change) => {
      const stands = dates.at(-1)?.answerDate.version ?? 0;
      if (stands !== change.answerDate.version - 1) return fail({ kind: 'conflict' });
      dates.push(change);
      return ok(undefined);
    },
  };
};

/** Remarks in memory, as strict about versions as the store. */
export const fakeRemarks = (...held: Remarks[]): RemarksShelf & { saved: RemarksChange[] } => {
  const byId = new Map(held.map((one) => [one.applicationId, one]));
  const saved: RemarksChange[] = [];
  return {
    saved,
    find: async (applicationId) => byId.get(applicationId),
    ofApplications: async (ids) => new Map([...byId].filter(([id]) => ids.includes(id))),
    save: async (change) => {
      const { applicationId, version } = change.remarks;
      if ((byId.get(applicationId)?.version ?? 0) !== version - 1) return fail({ kind: 'conflict' });
      byId.set(applicationId, change.remarks);
      saved.push(change);
      return ok(undefined);
    },
  };
};
