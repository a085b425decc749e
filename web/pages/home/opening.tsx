import { inLanguage } from '../../../shared/kernel/text.ts';
import type { SeenRound } from '../../../shared/programs/view-round.ts';
import type { View } from '../../view.ts';

const Acts = ({ view: { t, href }, round }: { view: View; round: SeenRound | undefined }) => {
  if (!round)
    return (
      <div class="acts gap-3">
        <a class="go" href={href('/partnerships')}>
          {t('public.home.find')}
        </a>
        <a href={href('/rounds')}>{t('public.home.rounds')}</a>
      </div>
    );
  const call = href(`/rounds/${round.id}`);
  if (round.phase === 'upcoming')
    return (
      <div class="acts gap-3">
        <a class="go" href={call}>
          {t('public.home.call')}
        </a>
      </div>
    );
  return (
    <>
      <div class="acts gap-3">
        <a class="go" href={href(`/applications/new?round=${round.id}`)}>
          {t('public.home.start')}
        </a>
        <a href={call}>{t('public.home.call')}</a>
      </div>
      <p class="small soft">{t('public.home.start.note')}</p>
    </>
  );
};

/** What the program does, in one sentence, and the way in. */
export const Opening = ({ view, round }: { view: View; round: SeenRound | undefined }) => {
  const { t, format, language } = view;
  const most = round && Math.floor(round.maximumAwardCents / 100);
  return (
    <div class="flow">
      {round && <p class="soft">{inLanguage(round.name, language)}</p>}
      <h1 class="display">
        <span class="say">{t('public.home.say.visit')}</span>{' '}
        <span class="say">{t('public.home.say.begin')}</span>
      </h1>
      <p class="lede">
        {most === undefined
          ? t('public.home.lede')
          : t('public.home.lede.amount', { amount: format.number(most) })}
      </p>
      <Acts view={view} round={round} />
    </div>
  );
};
