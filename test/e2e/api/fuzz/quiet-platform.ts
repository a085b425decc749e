import { rm } from 'node:fs/promises';
import { startSeededPlatform } from '../../../support/seeded-platform.ts';
import { alteredAssembly, streamMapping, theOne } from '../../template/altered-assembly.ts';
import { seedWorld } from '../world.ts';
import { tryingOn } from './trying.ts';

/**
 * The platform where nothing follows an event: what is written between two looks at the table, the request between
 * them has written.
 */
export const quietPlatform = async () => {
  const assembly = await alteredAssembly((resources) => {
    delete resources[streamMapping(resources).id];
    // The engine's stream grows with each write, and so does what a write costs there.
    delete theOne(resources, 'AWS::DynamoDB::Table').properties.StreamSpecification;
  });
  const site = await startSeededPlatform({ assembly });
  const world = await seedWorld(site);
  const trying = tryingOn(site, world);
  const discard = async () => {
    trying.close();
    await site.platform.discard();
    await rm(assembly, { recursive: true });
  };
  return { site, world, trying, discard };
};
export type QuietPlatform = Awaited<ReturnType<typeof quietPlatform>>;
