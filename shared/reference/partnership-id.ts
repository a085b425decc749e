const slug = (text: string) =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');

/** The id of a listed partnership, made of its names: `austin-tx-oita`. */
export const partnershipId = (usPlace: string, state: string, jpPlace: string): string =>
  slug(`${usPlace} ${state} ${jpPlace}`);
