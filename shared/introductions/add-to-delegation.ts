import * as z from 'zod';
import type { People } from '../accounts/account.port.ts';
import type { Applications } from '../applications/application.port.ts';
import type { Application } from '../applications/application.ts';
import { isEditable } from '../applications/application-actions.ts';
import type { Drafts } from '../applications/draft.port.ts';
import type { Saved, SaveInput, SaveSectionFailure } from '../applications/save-section.ts';
import { rowsOf } from '../applications/sections/typed-rows.ts';
import { isSelf } from '../kernel/actor.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { InvalidInput, NotFound, Stale, StepRefused } from '../kernel/failure.ts';
import { idSchema } from '../kernel/ids.ts';
import { fail, ok } from '../kernel/result.ts';
import type { PartnershipDirectory } from '../partnerships/partnership.port.ts';
import { coordinatedBy } from './coordination.ts';
import type { Introductions } from './introduction.port.ts';
import type { Introduction, JoinedRole } from './introduction.ts';

export const delegationTermsSchema = z.strictObject({ applicationId: idSchema });

type Ports = {
  introductions: Pick<Introductions, 'find'>;
  directory: Pick<PartnershipDirectory, 'claim'>;
  applications: Pick<Applications, 'find' | 'ofOrganisation' | 'many'>;
  drafts: Pick<Drafts, 'section'>;
  people: Pick<People, 'find'>;
  saveSection: UseCase<SaveInput, Saved, SaveSectionFailure>;
};
type Of = { introductionId: string };

const roleWords = {
  delegate: 'Delegate',
  interpreter: 'Interpreter',
  board: 'Board member',
  advisor: 'Advisor',
} as const satisfies Record<JoinedRole, string>;

/** The introduction of somebody who joined, if the actor coordinates the organisation they joined. */
const joinedOf = async (
  { introductions, directory }: Pick<Ports, 'introductions' | 'directory'>,
  actor: Parameters<UseCase<unknown, unknown, unknown>>[0],
  { introductionId }: Of,
): Promise<Introduction | undefined> => {
  const found = await introductions.find(introductionId);
  if (!found || actor.kind !== 'person' || isSelf(actor, found.personId)) return undefined;
  const organisations = await coordinatedBy({ directory }, actor, found.partnershipId);
  const isTheirs = found.organisationId !== undefined && organisations.includes(found.organisationId);
  return isTheirs && found.status === 'joined' ? found : undefined;
};

const takes = ({ partnershipId, organisationId }: Introduction, application: Application) =>
  application.partnershipId === partnershipId &&
  application.organisationId === organisationId &&
  application.paper === undefined &&
  isEditable(application);

export type DelegationChoice = Pick<Application, 'id' | 'title'>;

/** The organisation's applications for this partnership that are still written, to whose delegations somebody may be added. */
export const listDelegations =
  ({
    introductions,
    directory,
    applications,
  }: Pick<Ports, 'introductions' | 'directory' | 'applications'>): UseCase<
    Of,
    { items: readonly DelegationChoice[] },
    NotFound
  > =>
  async (actor, of) => {
    const joined = await joinedOf({ introductions, directory }, actor, of);
    if (!joined?.organisationId) return fail({ kind: 'not-found' });
    const { items } = await applications.ofOrganisation(joined.organisationId);
    const heads = await applications.many(items.map(({ id }) => id));
    const fitting = heads.filter((one) => takes(joined, one));
    return ok({ items: fitting.map(({ id, title }) => ({ id, title })) });
  };

type Added = { readonly applicationId: string; readonly version: number };

/**
 * Somebody who joined becomes a delegate of a draft, by their name and role; who stands there already is not added again. What
 * else the section says is left as it is.
 */
export const addToDelegation =
  (
    ports: Ports,
  ): UseCase<
    Of & z.output<typeof delegationTermsSchema>,
    Added,
    NotFound | StepRefused | InvalidInput | Stale
  > =>
  async (actor, { introductionId, applicationId }, call) => {
    const joined = await joinedOf(ports, actor, { introductionId });
    const [application, known] = joined
      ? await Promise.all([ports.applications.find(applicationId), ports.people.find(joined.personId)])
      : [];
    if (!joined?.joined || !application || !known || !takes(joined, application))
      return fail({ kind: 'not-found' });
    const section = await ports.drafts.section(applicationId, 'delegation');
    const { name } = known.account;
    const rows = rowsOf(section?.data ?? {}, 'delegates').map(({ row }) => row);
    if (rows.some((row) => row.kind === 'jet-alum' && row.name === name))
      return ok({ applicationId, version: section?.version ?? 0 });
    const delegate = { name, role: roleWords[joined.joined.role], kind: 'jet-alum' };
    const data = { ...section?.data, delegates: [...rows, delegate] };
    const version = section?.version ?? 0;
    const saved = await ports.saveSection(
      actor,
      { applicationId, sectionId: 'delegation', version, data },
      call,
    );
    return saved.ok ? ok({ applicationId, version: saved.value.version }) : saved;
  };
