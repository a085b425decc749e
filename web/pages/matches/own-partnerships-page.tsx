import type { PartnershipMatch, PartnershipsList } from '../../../shared/matches/list-partnerships-for.ts';
import { Head } from '../../components/head.tsx';
import { Layout } from '../../components/layout.tsx';
import { fullName } from '../../components/map/place-words.ts';
import { Empty, Notice } from '../../components/notice.tsx';
import { Pager } from '../../components/table.tsx';
import type { View } from '../../view.ts';
import { ownReasonWords } from './reason-words.ts';

type Props = { view: View; list: PartnershipsList };

const Match = ({ view, match }: { view: View; match: PartnershipMatch }) => {
  const { t, href, language } = view;
  const { partnership, reasons, isBlocked } = match;
  const { id, us, jp, establishedYear } = partnership;
  const headId = `partnership-${id}`;
  return (
    <section class="match" aria-labelledby={headId}>
      <div>
        <h2 class="h-lg" id={headId}>
          <a href={href(`/partnerships/${id}`)}>{fullName(language, 'us', us)}</a>
        </h2>
        <p class="match__place">
          {fullName(language, 'jp', jp)}{' '}
          {language === 'en' && jp.nameJa && (
            <span class="soft" lang="ja">
              {jp.nameJa}
            </span>
          )}
          {establishedYear && (
            <>
              <br />
              <span class="num soft">{t('matches.own.since', { year: String(establishedYear) })}</span>
            </>
          )}
        </p>
      </div>
      <ul class="why">
        {reasons.flatMap((reason) => {
          const words = ownReasonWords(view, reason, partnership);
          return words ? [<li>{words}</li>] : [];
        })}
        {isBlocked && <li class="not">{t('matches.own.blocked')}</li>}
      </ul>
    </section>
  );
};

/** The partnerships that an alum fits, with the reasons, for themselves. */
export const OwnPartnershipsPage = ({ view, list }: Props) => {
  const { t, href } = view;
  return (
    <Layout view={view} title={t('matches.own.title')}>
      <Head title={t('matches.own.title')} lede={t('matches.own.lede')} />
      {!list.isListed && (
        <div class="gap-3">
          <Notice>
            <p>
              {t('matches.own.unlisted')} <a href={href('/alumni/me')}>{t('matches.own.unlisted.change')}</a>
            </p>
          </Notice>
        </div>
      )}
      {list.items.length === 0 ? (
        <Empty title={t('matches.own.none')}>
          <p>{t('matches.own.none.text')}</p>
        </Empty>
      ) : (
        list.items.map((match) => <Match view={view} match={match} />)
      )}
      <Pager view={view} next={list.next} />
      <p class="acts gap-3">
        <a href={href('/alumni/me')}>{t('matches.own.back')}</a>
      </p>
    </Layout>
  );
};
