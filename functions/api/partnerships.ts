import { partnershipsApi } from '../../shared/partnerships/partnerships.api.ts';
import { type Container, createContainer } from '../container/partnerships.ts';
import { bind } from '../middleware/bind.ts';
import { chain } from '../middleware/chain.ts';
import type { Log } from '../middleware/event.ts';

export const createHandler = (container: Container, log: Log) =>
  chain(
    [
      bind(partnershipsApi.listPartnerships, container.listPartnerships),
      bind(partnershipsApi.viewPartnership, container.viewPartnership),
      bind(partnershipsApi.proposePartnership, container.proposePartnership),
      bind(partnershipsApi.confirmPartnership, container.confirmPartnership),
      bind(partnershipsApi.claimPartnership, container.claimPartnership),
      bind(partnershipsApi.listOpenClaims, container.listOpenClaims),
      bind(partnershipsApi.settleClaim, container.settleClaim),
      bind(partnershipsApi.createOrganisation, container.createOrganisation),
      bind(partnershipsApi.listMyOrganisations, container.listMyOrganisations),
      bind(partnershipsApi.viewOrganisation, container.viewOrganisation),
    ],
    { personOf: container.personOf, originSecret: container.originSecret, log },
  );

export const handler = createHandler(createContainer(process.env), (entry) =>
  console.log(JSON.stringify(entry)),
);
