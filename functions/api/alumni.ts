import { alumniApi } from '../../shared/alumni/alumni.api.ts';
import { type Container, createContainer } from '../container/alumni.ts';
import { bind } from '../middleware/bind.ts';
import { chain } from '../middleware/chain.ts';
import type { Log } from '../middleware/event.ts';
import { log } from '../middleware/log.ts';

export const createHandler = (container: Container, write: Log) =>
  chain(
    [
      bind(alumniApi.viewAlum, container.viewAlum),
      bind(alumniApi.keepRegistration, container.keepRegistration),
      bind(alumniApi.registerAlum, container.registerAlum),
      bind(alumniApi.savePlaces, container.savePlaces),
      bind(alumniApi.saveOffer, container.saveOffer),
      bind(alumniApi.decideConsents, container.decideConsents),
    ],
    { ...container, log: write },
  );

export const handler = createHandler(createContainer(process.env), log);
