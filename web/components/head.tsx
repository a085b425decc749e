import type { Child } from 'hono/jsx';

type Props = {
  title: Child;
  /** A soft line above the title. */
  over?: Child;
  /** One sentence beneath it. */
  lede?: Child;
  near?: boolean;
};

/** The page's one `<h1>` with what stands above and beneath it. */
export const Head = ({ title, over, lede, near }: Props) => (
  <div class={near ? 'head gap-4 head--near' : 'head gap-4'}>
    {over && <p class="head__over">{over}</p>}
    <h1>{title}</h1>
    {lede && <p>{lede}</p>}
  </div>
);

type BandProps = {
  /** Names the heading's element: unique on the page. */
  id: string;
  title: string;
  lede?: Child;
  /** The title hangs in the margin beside the body on wide screens. */
  hang?: boolean;
  children: Child;
};

/** A section under a strong line. */
export const Band = ({ id, title, lede, hang, children }: BandProps) => (
  <section class={hang ? 'band band--hang' : 'band'} aria-labelledby={id}>
    <div class="band__head">
      <h2 id={id}>{title}</h2>
      {lede && <p>{lede}</p>}
    </div>
    <div class="band__body">{children}</div>
  </section>
);
