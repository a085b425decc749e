import type { Child } from 'hono/jsx';
import type { View } from '../view.ts';
import { Icon } from './icon.tsx';

type Props = {
  view: View;
  /** "When you submit, mail goes to". */
  title: string;
  /** Who gets mail, and what and when. Empty says that nobody does. */
  mail: readonly { readonly to: Child; readonly what: Child }[];
  /** A sentence beneath. */
  children?: Child;
  level?: 2 | 3;
};

/** Who gets mail when the button is pressed: stands above or beneath it, also when nobody does. */
export const Outbox = ({ view, title, mail, children, level = 2 }: Props) => {
  const words = (
    <>
      <Icon name="mail" />
      {mail.length > 0 ? title : view.t('site.outbox.nobody')}
    </>
  );
  return (
    <div class="outbox">
      {level === 2 ? <h2>{words}</h2> : <h3>{words}</h3>}
      {mail.length > 0 && (
        <ul>
          {mail.map(({ to, what }) => (
            <li>
              <span>{to}</span>
              <span>{what}</span>
            </li>
          ))}
        </ul>
      )}
      {children && <p>{children}</p>}
    </div>
  );
};
