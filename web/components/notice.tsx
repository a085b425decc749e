import type { Child } from 'hono/jsx';

/** Words with a bar beside them: what one should know before going on. */
export const Notice = ({ children }: { children: Child }) => <div class="notice">{children}</div>;

type EmptyProps = { title: string; children?: Child; level?: 2 | 3 };

/** The dashed box where a list would be: why it is empty and what to do. */
export const Empty = ({ title, children, level = 2 }: EmptyProps) => (
  <div class="empty">
    {level === 2 ? <h2>{title}</h2> : <h3>{title}</h3>}
    {children}
  </div>
);

/** What a picture shows, or what few want at once, folded. */
export const Twin = ({ summary, open, children }: { summary: string; open?: boolean; children: Child }) => (
  <details class="twin" open={open ?? false}>
    <summary>{summary}</summary>
    {children}
  </details>
);
