import type { ApplicationFile } from '../../../shared/reviews/view-application-file.ts';
import { Band } from '../../components/head.tsx';
import { nameWords } from '../../components/name-words.ts';
import { Table } from '../../components/table.tsx';
import { Time } from '../../components/written.tsx';
import { isMessageKey } from '../../messages/translate.ts';
import type { View } from '../../view.ts';

type Entry = ApplicationFile['history'][number];

/** What happened in words: reviews' own, then the applications' words, then the bare type. */
const eventWords = ({ t, format }: View, { type, data }: Entry): string => {
  const values = {
    no: Number(data.no ?? 0),
    amount: format.money(Number(data.amountCents ?? 0)),
    answer: '',
    conflict: String(data.conflict ?? ''),
    path: String(data.path ?? ''),
    rule: String(data.rule ?? ''),
  };
  const key = [`reviews.event.${type}`, `applications.event.${type}`].find(isMessageKey);
  return key && isMessageKey(key) ? t(key, values) : type;
};

/** Why staff returned it, gave it time or took time back: kept with the application, as no event holds words. */
const reasonOf = ({ returned, extension }: ApplicationFile['application'], { type, at, data }: Entry) => {
  if (type === 'application-returned' && data.until === returned?.until) return returned?.reason;
  if (type === 'application-extended' && data.until === extension?.until) return extension?.reason;
  return type === 'application-extension-ended' && at === extension?.ended?.at
    ? extension.ended.reason
    : undefined;
};

const Why = ({ view: { t, format }, file, entry }: { view: View; file: ApplicationFile; entry: Entry }) => {
  const until = typeof entry.data.until === 'string' ? entry.data.until : undefined;
  const reason = reasonOf(file.application, entry);
  return (
    <>
      {until && (
        <p class="small soft">
          {t('reviews.history.until', { when: format.moment(until, file.round.zone) })}
        </p>
      )}
      {reason && <p class="words small">{reason}</p>}
    </>
  );
};

const who = (view: View, { by, name }: Entry): string => {
  const { t } = view;
  if (by.startsWith('system:')) return t('reviews.history.system');
  if (by.startsWith('link:')) return t('reviews.history.link');
  return nameWords(view, name) || t('site.none');
};

/** Everything that left an event, newest first. */
export const FileHistory = ({ view, file }: { view: View; file: ApplicationFile }) => {
  const { t } = view;
  const zone = view.viewerZone ?? file.round.zone;
  return (
    <Band id="history" title={t('reviews.history.title')}>
      <Table
        caption={t('reviews.history.title')}
        soft
        dense
        cards
        rows={file.history.toReversed()}
        columns={[
          {
            head: t('reviews.history.what'),
            names: true,
            cell: (entry) => (
              <>
                {eventWords(view, entry)}
                <Why view={view} file={file} entry={entry} />
              </>
            ),
          },
          { head: t('reviews.history.who'), cell: (entry) => who(view, entry) },
          {
            head: t('reviews.history.when'),
            cell: ({ at }) => <Time view={view} at={at} zone={zone} as="moment" />,
          },
        ]}
      />
    </Band>
  );
};
