import type { OwnAlum } from '../../../shared/alumni/view-alum.ts';
import { Band, Head } from '../../components/head.tsx';
import { Layout } from '../../components/layout.tsx';
import { Line } from '../../components/line.tsx';
import { Notice } from '../../components/notice.tsx';
import type { View } from '../../view.ts';
import type { Said } from './said.ts';
import { isDone, pathOf, steps } from './steps.ts';
import { OwnNumber, Summary } from './summary.tsx';

type Props = { view: View; own: OwnAlum; said: Said; saved: string | undefined };

/** One's registration: what is still to be said, or all that stands. */
export const MePage = (props: Props) => {
  const { view, own, saved } = props;
  const { t, format } = view;
  const when = own.alum && format.date(own.alum.registeredAt, view.viewerZone ?? 'UTC');
  return (
    <Layout view={view} title={t('alumni.me.title')}>
      <Head
        title={t('alumni.me.title')}
        lede={when ? t('alumni.me.lede.registered', { when }) : t('alumni.me.lede')}
        near
      />
      {saved !== undefined && (
        <Notice>
          <p role="status">
            {t(
              saved === 'registered'
                ? 'alumni.me.registered'
                : saved === 'consents'
                  ? 'alumni.me.withdrawn'
                  : 'alumni.me.saved',
            )}
          </p>
        </Notice>
      )}
      {own.alum ? <Registered {...props} /> : <Pages {...props} />}
    </Layout>
  );
};

const Registered = ({ view, own, said }: Props) => {
  const { t, href } = view;
  const links = [
    ['/alumni/introductions', 'alumni.me.introductions'],
    ['/alumni/partnerships', 'alumni.me.partnerships'],
    ['/account', 'alumni.me.data'],
  ] as const;
  return (
    <>
      <OwnNumber view={view} own={own} />
      <Band id="links" title={t('alumni.me.links')}>
        <ul class="plain">
          {links.map(([path, words]) => (
            <li>
              <a class="tap" href={href(path)}>
                {t(words)}
              </a>
            </li>
          ))}
        </ul>
      </Band>
      <Summary view={view} own={own} said={said} />
    </>
  );
};

const Pages = ({ view, said }: Props) => {
  const { t, href } = view;
  const next = steps.find((step) => !isDone(step, said));
  const begun = steps.some((step) => isDone(step, said));
  return (
    <div class="column flow">
      <Line
        view={view}
        stops={[
          ...steps.map((step) => ({
            name: t(`alumni.step.${step}`),
            path: pathOf(step),
            is: isDone(step, said) ? ('done' as const) : step === next ? ('now' as const) : ('todo' as const),
          })),
          {
            name: t('alumni.step.check'),
            path: next ? undefined : pathOf('check'),
            is: next ? ('shut' as const) : ('now' as const),
          },
        ]}
      />
      <p class="acts">
        <a class="go" href={href(pathOf(next ?? 'check'))}>
          {t(next ? (begun ? 'alumni.me.on' : 'alumni.me.begin') : 'alumni.me.go')}
        </a>
      </p>
    </div>
  );
};
