import type { DemoPerson } from '../../demo/people.ts';

const escapeHtml = (text: string) => text.replace(/[<>&"']/g, (character) => `&#${character.charCodeAt(0)};`);

const words = {
  en: {
    title: 'Sign in on this machine',
    about: 'This page stands in for the real sign-in. It asks for no proof and exists only on this computer.',
    people: 'Demo people',
    email: 'Or any e-mail address',
    go: 'Sign in',
    wrong: 'Enter an address like name@example.org.',
  },
  ja: {
    title: 'このコンピューターでのログイン',
    about: '本番のログイン画面の代わりです。本人確認は行いません。このコンピューターでのみ利用できます。',
    people: 'デモ用の利用者',
    email: 'または任意のメールアドレス',
    go: 'ログイン',
    wrong: 'name@example.org のようなアドレスを入力してください。',
  },
} as const;

/** The local sign-in: one click per demo person, or any address. */
export const signInPage = (
  action: string,
  people: readonly DemoPerson[],
  { language, wrongEmail }: { language: 'en' | 'ja'; wrongEmail?: string },
): string => {
  const { title, about, people: listed, email, go, wrong } = words[language];
  const buttons = people.map(
    (person) =>
      `<li><button name="email" value="${escapeHtml(person.email)}">${escapeHtml(person.label)}</button> <small>${escapeHtml(person.email)}</small></li>`,
  );
  const error = wrongEmail === undefined ? '' : `<p class="error" id="wrong">${wrong}</p>`;
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title} | Shimai</title>
<style>
:root{color-scheme:light dark}
body{font:1rem/1.6 system-ui,"Noto Sans JP",sans-serif;max-width:32rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.6rem;border-bottom:2px solid}ul{list-style:none;padding:0}li{margin:.4rem 0}
button,input{font:inherit;min-height:2.75rem;padding:.3rem .9rem;box-sizing:border-box}
input{width:100%;margin:.3rem 0 .6rem}.error{border-left:4px solid #b2331a;padding-left:.6rem}
</style></head><body><main>
<h1>${title}</h1><p>${about}</p>
<h2>${listed}</h2><form method="post" action="${escapeHtml(action)}"><ul>${buttons.join('')}</ul></form>
<form method="post" action="${escapeHtml(action)}"><label for="email">${email}</label>${error}
<input id="email" name="email" type="email" autocomplete="email" required value="${escapeHtml(wrongEmail ?? '')}"${error && ' aria-describedby="wrong" aria-invalid="true"'}>
<button>${go}</button></form>
</main></body></html>`;
};
