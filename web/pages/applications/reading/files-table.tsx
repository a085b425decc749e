import { Badge, type State } from '../../../components/badge.tsx';
import { Table } from '../../../components/table.tsx';
import type { View } from '../../../view.ts';
import type { ShownFile } from './shown-files.ts';

const marks = {
  waiting: 'todo',
  scanning: 'wait',
  ready: 'done',
  infected: 'due',
  unreadable: 'due',
  'not-what-it-says': 'due',
  'too-large': 'due',
} as const satisfies Record<ShownFile['state'], State>;

const mebibyte = 1024 * 1024;

/** `1.2 MB`, counted as people's computers count: 1,024 × 1,024. */
export const sizeText = ({ format, t }: View, bytes: number | undefined): string => {
  if (bytes === undefined) return t('site.none');
  if (bytes < mebibyte) return `${format.number(Math.max(1, Math.round(bytes / 1024)))} KB`;
  return `${format.number(Math.round((bytes * 10) / mebibyte) / 10)} MB`;
};

type Props = {
  view: View;
  files: readonly ShownFile[];
  /** Where a file opens: `/applications/<id>/files`. Without it the names are shown alone. */
  filesAt?: string | undefined;
};

/** Files with size and whether they have arrived. */
export const FilesTable = ({ view, files, filesAt }: Props) => {
  const { t } = view;
  return files.length === 0 ? (
    <p class="soft">{t('applications.files.none')}</p>
  ) : (
    <Table
      caption={t('applications.files.caption')}
      rows={files}
      columns={[
        {
          head: t('applications.files.name'),
          names: true,
          cell: ({ id, name, state, standsFor, note }) => (
            <>
              {filesAt && state === 'ready' ? (
                <a id={`files-${id}`} href={view.href(`${filesAt}/${id}`)}>
                  {name}
                </a>
              ) : (
                <span id={`files-${id}`}>{name}</span>
              )}
              {[standsFor && t(`files.stands-for.${standsFor}`), note].map(
                (line) =>
                  line && (
                    <>
                      <br />
                      <small class="soft">{line}</small>
                    </>
                  ),
              )}
            </>
          ),
        },
        { head: t('applications.files.size'), num: true, cell: ({ bytes }) => sizeText(view, bytes) },
        {
          head: t('applications.files.state'),
          cell: ({ state }) => <Badge is={marks[state]}>{t(`files.state.${state}`)}</Badge>,
        },
      ]}
    />
  );
};
