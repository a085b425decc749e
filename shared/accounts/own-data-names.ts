import type { Applications } from '../applications/application.port.ts';
import type { Application } from '../applications/application.ts';
import type { UseCase } from '../kernel/endpoint.ts';
import type { NotFound } from '../kernel/failure.ts';
import { ok } from '../kernel/result.ts';
import type { Bilingual } from '../kernel/text.ts';
import type { Partnerships } from '../partnerships/partnership.port.ts';
import type { Partnership } from '../partnerships/partnership.ts';
import type { Rounds } from '../programs/round.port.ts';
import type { OwnData, viewOwnData } from './view-own-data.ts';

type Ports = {
  partnerships: Pick<Partnerships, 'many' | 'organisations'>;
  applications: Pick<Applications, 'many'>;
  rounds: Pick<Rounds, 'find'>;
};

type Named = 'partnerships' | 'organisations' | 'rounds' | 'applications';

/** What the ids in one's own data stand for, by id. */
export type OwnDataNames = {
  readonly partnerships: ReadonlyMap<string, Partnership>;
  readonly organisations: ReadonlyMap<string, string>;
  readonly rounds: ReadonlyMap<
    string,
    { readonly name: Bilingual; readonly criteria: ReadonlyMap<string, Bilingual> }
  >;
  readonly applications: ReadonlyMap<string, Pick<Application, 'pair' | 'roundId'>>;
};

/** Fields that hold ids, by whose. */
const idFields: Readonly<Record<string, Named>> = {
  partnershipId: 'partnerships',
  blocked: 'partnerships',
  roundId: 'rounds',
  applicationId: 'applications',
};

/** Whose ids a field holds, if it holds any. A role's scope is an organisation's or a round's, as the role has it. */
export const namedIn = (field: string, item: Readonly<Record<string, unknown>>): Named | undefined => {
  if (field !== 'scope') return idFields[field];
  if (item.role === 'reviewer') return 'rounds';
  return item.role === 'owner' || item.role === 'editor' || item.role === 'viewer'
    ? 'organisations'
    : undefined;
};

type Found = Readonly<Record<Named, Set<string>>>;

const gather = (
  found: Found,
  value: unknown,
  field: string,
  item: Readonly<Record<string, unknown>>,
): void => {
  if (typeof value === 'string') {
    const named = namedIn(field, item);
    if (named) found[named].add(value);
  } else if (Array.isArray(value)) for (const one of value) gather(found, one, field, item);
  else if (value && typeof value === 'object')
    for (const [name, one] of Object.entries(value)) gather(found, one, name, item);
};

const idsIn = (data: OwnData): Found => {
  const found: Found = {
    partnerships: new Set(),
    organisations: new Set(),
    rounds: new Set(),
    applications: new Set(),
  };
  for (const { name, items } of data.parts)
    for (const item of items) {
      gather(found, item, '', item);
      // Their keys are applications; elsewhere choices are something else.
      if (name === 'preferences' && item.choices)
        for (const id of Object.keys(item.choices)) found.applications.add(id);
    }
  return found;
};

/** What everything is called of which one's own data holds the id. Nothing is told of an id that does not stand in it. */
const namesIn = async (
  { partnerships, applications, rounds }: Ports,
  data: OwnData,
): Promise<OwnDataNames> => {
  const ids = idsIn(data);
  const namesOfRounds = async (roundIds: Iterable<string>) => {
    const found = await Promise.all([...roundIds].map((id) => rounds.find(id)));
    return found.flatMap((round) => round ?? []);
  };
  const [pairs, bodies, known, heads] = await Promise.all([
    partnerships.many([...ids.partnerships]),
    partnerships.organisations([...ids.organisations]),
    namesOfRounds(ids.rounds),
    applications.many([...ids.applications]),
  ]);
  // What a reviewer scored is named by the round, which is known by its application alone where the role has gone.
  const further = new Set(heads.map(({ roundId }) => roundId).filter((id) => !ids.rounds.has(id)));
  const all = [...known, ...(await namesOfRounds(further))];
  return {
    partnerships: new Map(pairs.map((one) => [one.id, one])),
    organisations: new Map(bodies.map(({ id, legalName }) => [id, legalName])),
    rounds: new Map(
      all.map(({ id, name, rubric }) => [
        id,
        { name, criteria: new Map(rubric.criteria.map((one) => [one.id, one.name])) },
      ]),
    ),
    applications: new Map(heads.map(({ id, pair, roundId }) => [id, { pair, roundId }])),
  };
};

/** All that is kept of the person who asks, with what the ids in it stand for: for a page. */
export const viewNamedData =
  ({
    view,
    ...ports
  }: Ports & { view: ReturnType<typeof viewOwnData> }): UseCase<
    unknown,
    { readonly data: OwnData; readonly names: OwnDataNames },
    NotFound
  > =>
  async (actor, input, call) => {
    const viewed = await view(actor, input, call);
    return viewed.ok ? ok({ data: viewed.value, names: await namesIn(ports, viewed.value) }) : viewed;
  };
