import type { Applications } from '../applications/application.port.ts';
import type { Person } from '../kernel/actor.ts';
import { organisationsOf } from './conflict.ts';

type Ports = { applications: Pick<Applications, 'ofOrganisation'> };

/**
 * Those of the person's organisations that have an application in the round, whatever became of it. Asked anew at each
 * step, because a membership may be minutes old; most reviewers belong to no organisation and cost no read.
 */
export const applyingOrganisations =
  ({ applications }: Ports) =>
  async (person: Person, roundId: string): Promise<readonly string[]> => {
    const applies = async (organisationId: string, position?: string): Promise<boolean> => {
      const { items, next } = await applications.ofOrganisation(organisationId, position);
      if (items.some((application) => application.roundId === roundId)) return true;
      return next === undefined ? false : applies(organisationId, next);
    };
    const organisationIds = organisationsOf(person);
    const applied = await Promise.all(organisationIds.map((id) => applies(id)));
    return organisationIds.filter((_, at) => applied[at]);
  };
