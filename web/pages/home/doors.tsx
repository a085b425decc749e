import type { View } from '../../view.ts';

const doors = [
  { who: 'organisations', path: '/partnerships' },
  { who: 'offices', path: '/ask' },
  { who: 'everyone', path: '/awards' },
] as const;

/** Who comes here for what. */
export const Doors = ({ view: { t, href } }: { view: View }) => (
  <div class="doors gap-3">
    {doors.map(({ who, path }) => (
      <div>
        <h3>{t(`public.who.${who}`)}</h3>
        <p>{t(`public.who.${who}.text`)}</p>
        <p>
          <a class="tap" href={href(path)}>
            {t(`public.who.${who}.link`)}
          </a>
        </p>
      </div>
    ))}
  </div>
);
