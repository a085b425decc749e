import type { SeededPlatform } from '../../../support/seeded-platform.ts';
import type { Side } from '../world.ts';
import { both, type Probes } from './probe.ts';

const csv = [
  'category,description,quantity,unitCost,requested,match,inKind',
  'travel,Flights,10,"1,200.00",9000,2000,1000',
].join('\r\n');

export const draftingProbes =
  (_site: SeededPlatform): Probes<'drafting'> =>
  ({ application }) => {
    const drafts = (more: object = {}) =>
      both('Austin’s draft', 'Tacoma’s draft', async (side: Side) => ({
        params: { applicationId: await application(side, 'start') },
        ...more,
      }));
    const between = (more: object = {}) =>
      both('Austin’s draft', 'Tacoma’s draft', async (side: Side) => ({
        params: {
          applicationId: await application(side, 'start'),
          fromId: await application(side, 'complete'),
        },
        ...more,
      }));
    return {
      exportBudget: drafts(),
      previewBudget: drafts({ body: { csv } }),
      importBudget: drafts({ version: 0, body: { csv } }),
      viewSamePair: drafts(),
      listEarlier: drafts(),
      previewCopy: between(),
      copyEarlier: between({ body: { sections: ['project'] } }),
    };
  };
