import type { Child } from 'hono/jsx';

export type Entry = {
  readonly label: Child;
  readonly value: Child;
  /** A link at the end: "Change". Its words must name what it changes, hidden ones included. */
  readonly act?: Child;
};

/** Questions and answers in ruled rows. */
export const SummaryList = ({ entries }: { entries: readonly Entry[] }) => (
  <dl class="summary">
    {entries.map(({ label, value, act }) => (
      <div>
        <dt>{label}</dt>
        <dd>{value}</dd>
        {act && <dd>{act}</dd>}
      </div>
    ))}
  </dl>
);

export type Fact = { readonly label: string; readonly value: Child; readonly note?: Child };

/** A few large figures in a row. */
export const Facts = ({ facts }: { facts: readonly Fact[] }) => (
  <dl class="facts">
    {facts.map(({ label, value, note }) => (
      <div>
        <dt>{label}</dt>
        <dd>
          {value}
          {note && <small>{note}</small>}
        </dd>
      </div>
    ))}
  </dl>
);

export type Tab = { readonly label: string; readonly path: string; readonly here: boolean };

/** Views of the same things; the present one is marked. */
export const Views = ({
  label,
  tabs,
  href,
}: {
  label: string;
  tabs: readonly Tab[];
  href: (path: string) => string;
}) => (
  <nav aria-label={label}>
    <ul class="views">
      {tabs.map((tab) => (
        <li>
          <a href={href(tab.path)} {...(tab.here && { 'aria-current': 'page' })}>
            {tab.label}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);
