import type { IntroductionEntry } from '../../../shared/introductions/introduction-lists.ts';
import type { IntroductionSheet } from '../../../shared/introductions/introduction-sheet.ts';
import type { Page } from '../../../shared/kernel/page.ts';
import { Form } from '../../components/form/form.tsx';
import { Band, Head } from '../../components/head.tsx';
import { Layout } from '../../components/layout.tsx';
import { Empty, Notice } from '../../components/notice.tsx';
import { Pager, Table } from '../../components/table.tsx';
import { Time } from '../../components/written.tsx';
import type { View } from '../../view.ts';
import { PartnershipPair, StatusBadge, zoneIn } from './introduction-words.tsx';
import { AnswerButtons, RequestFacts } from './request-facts.tsx';

type Props = {
  view: View;
  list: Page<IntroductionEntry>;
  /** Those of the list that wait for the alum's answer, in full. */
  open: readonly IntroductionSheet[];
  saved: boolean;
};

const Open = ({ view, open }: Pick<Props, 'view' | 'open'>) => {
  const { t } = view;
  if (open.length === 0)
    return (
      <Empty title={t('introductions.mine.open.none')} level={3}>
        <p>{t('introductions.mine.open.none.text')}</p>
      </Empty>
    );
  return (
    <>
      {open.map((sheet) => (
        <section class="gap-4 column flow" aria-labelledby={`asked-${sheet.id}`}>
          <h3 id={`asked-${sheet.id}`}>
            <PartnershipPair view={view} partnership={sheet.partnership} />
          </h3>
          <RequestFacts view={view} sheet={sheet} headed />
          <Form view={view} action={`/alumni/introductions/${sheet.id}`} class="flow">
            <AnswerButtons view={view} asked={sheet.asked} plain={open.length > 1} />
          </Form>
        </section>
      ))}
    </>
  );
};

const Entries = ({ view, rows, see }: { view: View; rows: readonly IntroductionEntry[]; see: string }) => {
  const { t, href } = view;
  return (
    <Table
      caption={t('introductions.mine.past.caption')}
      soft
      cards
      columns={[
        {
          head: t('introductions.column.partnership'),
          names: true,
          cell: ({ id, partnership }) => (
            <>
              <a href={href(`/alumni/introductions/${id}`)}>
                <PartnershipPair view={view} partnership={partnership} />
                <span class="sr">, {see}</span>
              </a>
            </>
          ),
        },
        {
          head: t('introductions.column.status'),
          cell: ({ status }) => <StatusBadge view={view} status={status} />,
        },
        {
          head: t('introductions.column.role'),
          cell: ({ role }) => (role ? t(`introductions.role.${role}`) : t('site.none')),
        },
        {
          head: t('introductions.column.asked'),
          cell: ({ at }) => <Time view={view} at={at} zone={zoneIn(view)} />,
        },
      ]}
      rows={rows}
    />
  );
};

/** What an alum is asked, where they are introduced, and what was. */
export const OwnIntroductionsPage = ({ view, list, open, saved }: Props) => {
  const { t, href } = view;
  const isShared = ({ status }: IntroductionEntry) => status === 'connected' || status === 'joined';
  const isOpen = ({ id }: IntroductionEntry) => open.some((one) => one.id === id);
  const shared = list.items.filter(isShared);
  const past = list.items.filter((one) => !isShared(one) && !isOpen(one));
  return (
    <Layout view={view} title={t('introductions.mine.title')}>
      <Head title={t('introductions.mine.title')} lede={t('introductions.mine.lede')} />
      {saved && (
        <Notice>
          <p role="status">{t('introductions.one.answered')}</p>
        </Notice>
      )}
      <Band id="open" title={t('introductions.mine.open')}>
        <Open view={view} open={open} />
      </Band>
      {shared.length > 0 && (
        <Band id="shared" title={t('introductions.mine.shared')}>
          <Entries view={view} rows={shared} see={t('introductions.mine.see')} />
        </Band>
      )}
      {past.length > 0 && (
        <Band id="past" title={t('introductions.mine.past')}>
          <Entries view={view} rows={past} see={t('introductions.mine.see.past')} />
        </Band>
      )}
      <Pager view={view} next={list.next} />
      <p class="gap-4">
        <a class="tap" href={href('/alumni/me')}>
          {t('introductions.mine.registration')}
        </a>
      </p>
    </Layout>
  );
};
