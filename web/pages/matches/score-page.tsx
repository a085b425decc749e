import type { Failure } from '../../../shared/failures.ts';
import type { PairExplained } from '../../../shared/matches/explain-pair.ts';
import { Docket } from '../../components/docket.tsx';
import { Head } from '../../components/head.tsx';
import { Layout } from '../../components/layout.tsx';
import { pairWords } from '../../components/map/place-words.ts';
import { Empty, Notice } from '../../components/notice.tsx';
import type { View } from '../../view.ts';
import { alumniPath } from './alumni-page.tsx';
import {
  numberPath,
  otherAlumPath,
  otherPartnershipPath,
  type ScoreAsked,
  ScoreForm,
  scorePath,
} from './score-form.tsx';
import { besidesWords, ScoreParts } from './score-parts.tsx';

/** Why nothing is told: of an alum in no list, of a number in no list of this partnership, of no such partnership. */
export type Untold = 'pair' | 'number' | 'partnership';

type Props = {
  view: View;
  asked: ScoreAsked;
  pair?: PairExplained | undefined;
  untold?: Untold | undefined;
  failure?: Failure | undefined;
};

const mostFound = 12;

const Found = ({ view, asked }: Pick<Props, 'view' | 'asked'>) => {
  const { t, href, language } = view;
  const { found = [], alumId, number } = asked;
  return (
    <section class="gap-3" aria-labelledby="found">
      <h2 class="h-lg" id="found">
        {t('paper.list.found', { count: found.length })}
      </h2>
      {found.length === 0 && <p>{t('paper.list.found.none')}</p>}
      <ul class="plain gap-1">
        {found.slice(0, mostFound).map((one) => (
          <li>
            <a class="tap" href={href(alumId ? scorePath(one.id, alumId) : numberPath(one.id, number))}>
              {pairWords(language, one)}
            </a>
          </li>
        ))}
      </ul>
      {found.length > mostFound && (
        <p class="small soft">{t('paper.list.found.more', { shown: mostFound })}</p>
      )}
    </section>
  );
};

const Explained = ({ view, pair }: { view: View; pair: PairExplained }) => {
  const { t, href, format, language } = view;
  const { partnership, alumId, number, score } = pair;
  const besides = besidesWords(view, pair);
  return (
    <>
      <Docket
        cells={[
          {
            label: t('matches.docket.pair'),
            value: <a href={href(`/partnerships/${partnership.id}`)}>{pairWords(language, partnership)}</a>,
          },
          { label: t('matches.score.alum'), value: <span class="num">{number}</span> },
          {
            label: t('matches.score.sum'),
            value: t('matches.study.points', { points: format.number(score / 100, 2) }),
          },
        ]}
      />
      <Head title={t('matches.score.title')} lede={t('matches.score.lede')} near />
      {score === 0 && (
        <Notice>
          <p>{t('matches.score.untied')}</p>
        </Notice>
      )}
      <div class="gap-3">
        <ScoreParts view={view} pair={pair} />
      </div>
      {besides.length > 0 && (
        <ul class="why gap-2">
          {besides.map((words) => (
            <li class="not">{words}</li>
          ))}
        </ul>
      )}
      <p class="small soft measure gap-2">{t('matches.score.no-place')}</p>
      <p class="acts gap-3">
        <a class="tap" href={href(alumniPath(partnership.id))}>
          {t('matches.study.list')}
        </a>
        <a class="tap" href={href(otherAlumPath(partnership.id))}>
          {t('matches.score.other.alum')}
        </a>
        <a class="tap" href={href(otherPartnershipPath(alumId))}>
          {t('matches.score.other.partnership')}
        </a>
      </p>
    </>
  );
};

/** How the score of a partnership and an alum comes about, or what is still to be said for it, or why nothing is told. */
export const ScorePage = ({ view, asked, pair, untold, failure }: Props) => {
  const { t, href } = view;
  return (
    <Layout view={view} title={t('matches.score.title')}>
      {pair ? (
        <Explained view={view} pair={pair} />
      ) : (
        <>
          <Head title={t('matches.score.title')} lede={t('matches.score.lede')} near />
          {untold && (
            <Empty title={t('matches.score.untold')}>
              <p>{t(`matches.score.untold.${untold}`)}</p>
            </Empty>
          )}
          {asked.found && <Found view={view} asked={asked} />}
          <div class="gap-3">
            <ScoreForm {...{ view, failure }} asked={untold ? { ...asked, alumId: undefined } : asked} />
          </div>
        </>
      )}
      <p class="acts gap-3">
        <a href={href('/alumni/matching')}>{t('matches.study.back')}</a>
      </p>
    </Layout>
  );
};
