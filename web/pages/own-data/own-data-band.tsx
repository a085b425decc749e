import { Band } from '../../components/head.tsx';
import type { View } from '../../view.ts';

/** On one's account page: to read what is kept, to take it along, to correct it, to have it erased. */
export const OwnDataBand = ({ view }: { view: View }) => {
  const { t, href } = view;
  return (
    <Band id="own-data" title={t('personal.band.title')} lede={t('personal.band.lede')}>
      <div class="flow">
        <p class="acts">
          <a class="go2" href={href('/account/data')}>
            {t('personal.band.read')}
          </a>
          <a class="go2" href={href('/account/data.json')} download>
            {t('personal.band.download')}
          </a>
        </p>
        <p>
          {t('personal.band.correct')} <a href={href('/reviews/profile')}>{t('personal.band.profile')}</a>
        </p>
        <p>
          {t('personal.band.alum')} <a href={href('/alumni/me')}>{t('personal.band.registration')}</a>
        </p>
        <p>
          <a class="tap" href={href('/account/delete')}>
            {t('personal.band.delete')}
          </a>
        </p>
      </div>
    </Band>
  );
};
