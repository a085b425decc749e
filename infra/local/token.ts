import { join } from 'node:path';
import { accessToken } from './access-token.ts';
import { findDemoPerson } from './demo/people.ts';
import { signingKey } from './engines/identity/signing-key.ts';
import { readRunning } from './running.ts';
import { StartError } from './start-error.ts';

// npm run -s token -- <demo person>: a bearer token for the running local API.
try {
  const given = process.argv.slice(2).join(' ');
  const person = findDemoPerson(given);
  if (!person) throw new StartError(`There is no demo person "${given}": npm run -s demo-people lists them.`);
  const folder = process.env.SHIMAI_DATA ?? '.local';
  const { issuer, clientId } = readRunning(folder);
  const key = await signingKey(join(folder, 'identity-key.json'));
  console.log(await accessToken({ person, key, issuer, clientId }));
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
