/** What an organisation needs to apply, in the order in which it is asked; each is answered yes or no. */
export const conditions = ['body', 'partnership', 'counterpart', 'travel', 'match', 'official'] as const;
export type Condition = (typeof conditions)[number];
