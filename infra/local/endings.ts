/** What has been started and how to end it, last first. */
export type Endings = {
  readonly add: (end: () => Promise<void> | void) => void;
  readonly endAll: () => Promise<void>;
};

export const endings = (): Endings => {
  const stack: (() => Promise<void> | void)[] = [];
  return {
    add: (end) => {
      stack.push(end);
    },
    endAll: async () => {
      for (const end of stack.splice(0).reverse()) await end();
    },
  };
};
