import type { View } from '../view.ts';

export const Foot = ({ view: { href, t }, demo }: { view: View; demo?: boolean | undefined }) => (
  <footer class="foot">
    <div class="page">
      <a href={href('/accessibility')}>{t('site.foot.accessibility')}</a>
      <a href={href('/privacy')}>{t('site.foot.privacy')}</a>
      <a href={href('/ask')}>{t('site.foot.ask')}</a>
      {demo && <span>{t('site.demo-build')}</span>}
    </div>
  </footer>
);
