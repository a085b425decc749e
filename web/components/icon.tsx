const paths = {
  check: 'M3 8.5 6.3 12 13 4.5',
  mail: 'M1.5 3.5h13v9h-13zM2 4l6 5 6-5',
  wrong: 'M8 2.5v7M8 12.6v.9',
} as const;

/** A mark beside words that say the same. */
export const Icon = ({ name }: { name: keyof typeof paths }) => (
  <svg class="i" viewBox="0 0 16 16" aria-hidden="true">
    <path d={paths[name]} />
  </svg>
);
