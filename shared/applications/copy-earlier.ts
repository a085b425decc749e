import type { Person } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { NotFound, Stale, StepRefused } from '../kernel/failure.ts';
import { fail, ok } from '../kernel/result.ts';
import { localOf } from '../kernel/zoned-time.ts';
import type { Rounds } from '../programs/round.port.ts';
import type { Applications } from './application.port.ts';
import type { SectionId } from './application.ts';
import { isEditable } from './application-actions.ts';
import { refuseStep } from './application-steps.ts';
import { mayWrite } from './belonging.ts';
import { type CarriedSection, carryOver } from './carry-over.ts';
import type { Drafts } from './draft.port.ts';

type Ports = {
  applications: Pick<Applications, 'find' | 'many' | 'ofOrganisation'>;
  drafts: Drafts;
  rounds: Pick<Rounds, 'find'>;
};
type Actor = Parameters<UseCase<unknown, unknown, never>>[0];
type Pair = { applicationId: string; fromId: string };

/** An application whose text could be carried over. */
export type Earlier = {
  readonly id: string;
  readonly title: string;
  readonly pair: { readonly us: string; readonly jp: string; readonly jpJa: string };
  readonly round: { readonly en: string; readonly ja: string };
  readonly createdAt: string;
};

const openTarget = async ({ drafts }: Ports, actor: Actor, applicationId: string) => {
  const draft = await drafts.find(applicationId);
  return draft && mayWrite(actor, draft.application) ? draft : undefined;
};

const organisationsOf = ({ roles }: Person) =>
  roles.flatMap((role) => (role.kind === 'member' ? [role.organisationId] : []));

const listOf = async ({ applications }: Ports, organisationId: string) => {
  const { items } = await applications.ofOrganisation(organisationId);
  return { organisationId, items };
};

/** The organisation's other applications, in any round, newest first: the first page of its list. */
export const listEarlier =
  (ports: Ports): UseCase<{ applicationId: string }, { items: readonly Earlier[] }, NotFound> =>
  async (actor, { applicationId }) => {
    if (actor.kind !== 'person') return fail({ kind: 'not-found' });
    // All they belong to, beside the application that says which is meant: a page waits no longer for being careful.
    const [target, ...lists] = await Promise.all([
      ports.applications.find(applicationId),
      ...organisationsOf(actor).map((id) => listOf(ports, id)),
    ]);
    if (!target || !mayWrite(actor, target)) return fail({ kind: 'not-found' });
    const items = lists.find(({ organisationId }) => organisationId === target.organisationId)?.items ?? [];
    const roundIds = [...new Set(items.map(({ roundId }) => roundId))];
    const [heads, ...rounds] = await Promise.all([
      ports.applications.many(items.map(({ id }) => id)),
      ...roundIds.map((id) => ports.rounds.find(id)),
    ]);
    const others = heads
      .filter(({ id }) => id !== applicationId)
      .toSorted((one, other) => (one.createdAt < other.createdAt ? 1 : -1));
    return ok({
      items: others.flatMap(({ id, roundId, title, pair, createdAt }) => {
        const round = rounds[roundIds.indexOf(roundId)];
        return round ? [{ id, title, pair, createdAt, round: round.name }] : [];
      }),
    });
  };

const compare = async (ports: Ports, actor: Actor, { applicationId, fromId }: Pair, now: Date) => {
  const [target, from] = await Promise.all([
    openTarget(ports, actor, applicationId),
    ports.drafts.find(fromId),
  ]);
  const isOwn = target?.application.organisationId === from?.application.organisationId;
  if (!target || !from || !isOwn || applicationId === fromId) return undefined;
  const [to, before] = await Promise.all([
    ports.rounds.find(target.application.roundId, target.application),
    ports.rounds.find(from.application.roundId, from.application),
  ]);
  if (!to || !before) throw new Error(`An application of ${applicationId}, ${fromId} is in no round`);
  const today = localOf(now, to.zone).slice(0, 10);
  const sections = carryOver({
    from: { sections: from.sections, terms: before },
    to: { sections: target.sections, terms: to },
    today,
  });
  return { target, from, sections };
};

export type CopyPreview = { readonly title: string; readonly sections: readonly CarriedSection[] };

/** What would be carried over and what of the form has changed since, before anything is copied. */
export const previewCopy =
  (ports: Ports): UseCase<Pair, CopyPreview, NotFound> =>
  async (actor, input, { receivedAt }) => {
    const found = await compare(ports, actor, input, receivedAt);
    return found
      ? ok({ title: found.from.application.title, sections: found.sections })
      : fail({ kind: 'not-found' });
  };

/**
 * Carries the chosen sections over, each in one conditional write, and only where nothing is written yet: a retry
 * finds them written and copies none twice.
 */
export const copyEarlier =
  (
    ports: Ports,
  ): UseCase<
    Pair & { sections: readonly SectionId[] },
    { copied: readonly SectionId[] },
    NotFound | StepRefused | Stale
  > =>
  async (actor, input, { receivedAt }) => {
    const found = await compare(ports, actor, input, receivedAt);
    if (!found || actor.kind !== 'person') return fail({ kind: 'not-found' });
    const { target, sections } = found;
    if (!isEditable(target.application)) return fail(refuseStep(target.application, 'edit'));
    const wanted = sections.filter(({ id, state }) => state === 'ready' && input.sections.includes(id));
    const copied: SectionId[] = [];
    for (const { id, data } of wanted) {
      const version = (target.sections.find((one) => one.id === id)?.version ?? 0) + 1;
      const section = { id, version, savedAt: receivedAt.toISOString(), savedBy: actor.personId, data };
      const saved = await ports.drafts.saveSection(input.applicationId, section);
      if (!saved.ok) return saved;
      copied.push(id);
    }
    return ok({ copied });
  };
