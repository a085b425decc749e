import type { Language } from '../../shared/kernel/text.ts';
import type { View } from '../view.ts';

/** Each language is named in itself. */
const names: Record<Language, string> = { en: 'English', ja: '日本語' };

/** Stays on the page: the same address under the other language. */
export const LanguageSwitch = ({ view, languages }: { view: View; languages: readonly Language[] }) => (
  <ul class="lang" aria-label={view.t('site.language')}>
    {languages.map((language) =>
      language === view.language ? (
        <li class="lang__here">
          <span aria-current="true" lang={language}>
            {names[language]}
          </span>
        </li>
      ) : (
        <li>
          <a href={`/${language}${view.path}`} lang={language} hreflang={language}>
            {names[language]}
          </a>
        </li>
      ),
    )}
  </ul>
);
