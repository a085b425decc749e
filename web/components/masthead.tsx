import { languages } from '../messages/language.ts';
import type { View } from '../view.ts';
import { LanguageSwitch } from './language-switch.tsx';
import { doorBehind, doorsFor } from './navigation.ts';

const Mark = ({ view }: { view: View }) => (
  <a class="mark" href={view.href('/')} aria-label={view.t('site.home')}>
    <svg viewBox="0 0 36 24" aria-hidden="true">
      <path d="M6 17C10 3 26 3 30 17" fill="none" stroke="currentColor" stroke-width="1.75" />
      <circle cx="6" cy="18" r="4.5" fill="currentColor" />
      <circle class="mark__ring" cx="30" cy="18" r="3.6" stroke="currentColor" stroke-width="1.75" />
    </svg>
    <span class="mark__ja" lang="ja">
      姉妹
    </span>
    <span class="mark__en">{view.t('site.tagline')}</span>
  </a>
);

const roleWords = (view: View) => {
  const held = (kind: string) => view.person?.actor.roles.some((role) => role.kind === kind);
  const { t } = view;
  if (held('staff')) return t('site.role.staff');
  if (held('reviewer')) return t('site.role.reviewer');
  if (held('lead') && !held('member')) return t('site.role.lead');
  return held('member') ? t('site.role.member') : t('site.role.none');
};

const Who = ({ view }: { view: View }) => {
  const { person, t, href } = view;
  if (!person)
    return (
      <p class="signin">
        <a class="tap" href={href(`/sign-in?next=${encodeURIComponent(view.path)}`)}>
          {t('site.sign-in')}
        </a>
      </p>
    );
  return (
    <>
      <p class="who">
        <span class="who__name">{person.account.name || person.account.email}</span>
        <br />
        {roleWords(view)}
      </p>
      <ul class="doors-own">
        <li>
          <a class="tap" href={href('/account')}>
            {t('site.account')}
          </a>
        </li>
        <li>
          <form method="post" action={href('/sign-out')} data-person={view.person?.account.id}>
            <button class="linkish" type="submit">
              {t('site.sign-out')}
            </button>
          </form>
        </li>
      </ul>
    </>
  );
};

/** Mark, doors by role, who is signed in, the other language. */
export const Masthead = ({ view, bare }: { view: View; bare?: boolean }) => {
  const doors = doorsFor(view.actor);
  const here = doorBehind(doors, view.path);
  return (
    <div class="masthead">
      <div class="page masthead__row">
        <Mark view={view} />
        {!bare && (
          <nav aria-label={view.t('site.navigation')}>
            <ul class="nav">
              {doors.map((door) => (
                <li>
                  <a
                    href={view.href(door.path)}
                    {...(door === here && { 'aria-current': door.path === view.path ? 'page' : 'true' })}
                  >
                    {view.t(door.words)}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        )}
        <div class="masthead__end">
          {!bare && <Who view={view} />}
          <LanguageSwitch view={view} languages={languages} />
        </div>
      </div>
    </div>
  );
};
