import type { Paper } from '../../../shared/applications/paper.ts';
import { Badge } from '../../components/badge.tsx';
import { Notice } from '../../components/notice.tsx';
import type { View } from '../../view.ts';

type Marked = Pick<Paper, 'receivedOn'> | undefined;

/** Beside a title in a list: that it came on paper. */
export const PaperMark = ({ view, paper }: { view: View; paper: Marked }) =>
  paper ? (
    <>
      {' '}
      <Badge is="shut">{view.t('paper.mark')}</Badge>
    </>
  ) : null;

type NoteProps = {
  view: View;
  paper: Pick<Paper, 'receivedOn' | 'enteredAt'> | undefined;
  zone: string;
};

/** Where an application is read: when its paper came, and since when it was typed. */
export const PaperNote = ({ view: { t, format }, paper, zone }: NoteProps) =>
  paper ? (
    <p class="small gap-2">
      {t('paper.note', {
        received: format.date(paper.receivedOn),
        entered: format.moment(paper.enteredAt, zone),
      })}
    </p>
  ) : null;

/** Where what was sent is read: when its paper came, and when it was typed and sent. */
export const SentOnPaper = ({
  view: { t, format },
  paper,
  at,
  zone,
}: {
  view: View;
  paper: Marked;
  at: string;
  zone: string;
}) =>
  paper ? (
    <Notice>
      <p>
        {t('paper.note.sent', {
          received: format.date(paper.receivedOn),
          sent: format.moment(at, zone),
        })}
      </p>
    </Notice>
  ) : null;
