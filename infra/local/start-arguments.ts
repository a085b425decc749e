import { StartError } from './start-error.ts';

/** `--fresh` starts over, `--empty` leaves the demo data out. */
export const parseArguments = (
  given: readonly string[],
): { readonly fresh: boolean; readonly empty: boolean } => {
  const unknown = given.find((argument) => argument !== '--fresh' && argument !== '--empty');
  if (unknown)
    throw new StartError(`There is no option ${unknown}: npm start takes -- --fresh and -- --empty.`);
  return { fresh: given.includes('--fresh'), empty: given.includes('--empty') };
};
