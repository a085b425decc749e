import { parseArgs } from 'node:util';
import { newId, openTable, systemClock } from '../functions/container/clients.ts';
import { accountStore } from '../shared/accounts/account.store.ts';
import { addressSchema } from '../shared/accounts/account.ts';
import { grantStaff } from '../shared/accounts/grant-staff.ts';
import { roleStore } from '../shared/accounts/role.store.ts';
import { leadingAsia } from '../shared/programs/round.ts';
import { sayOutcome, stageNamed } from './command/on-stage.ts';

// The first staff user of a stage in the cloud; who runs it may write the stage's table. See docs/operations.md.
const usage = 'npm run grant-staff -- --stage dev --email someone@city.example';

const read = () => {
  const options = { stage: { type: 'string' }, email: { type: 'string' } } as const;
  const { stage: said, email } = parseArgs({ options }).values;
  const stage = stageNamed(said, usage);
  const address = addressSchema.safeParse(email);
  if (!address.success) throw new Error(`Say whose e-mail address: ${usage}`);
  return { stage, email: address.data };
};

const run = async (): Promise<string> => {
  const { stage, email } = read();
  const table = openTable(`shimai-${stage}`);
  const grant = grantStaff({ accounts: accountStore(table), roles: roleStore(table), newId });
  const granted = await grant({ email, programId: leadingAsia }, systemClock());
  if (!granted.ok) throw new Error('Someone else changed this account in the same moment: run it again');
  return `${email} is staff of ${stage} and signs in with that address (person ${granted.value.personId})`;
};

await sayOutcome(run);
