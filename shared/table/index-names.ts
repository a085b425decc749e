/** The table's indexes, by the name infra creates and stores query. Both project every attribute. */
export const indexNames = {
  /** One item by another of its identities: a token's hash, an address, a subject at the identity provider. */
  lookup: 'gsi1',
  /** Lists in one order: a round's applications, a reviewer's assignments, messages by state. */
  list: 'gsi2',
} as const;
