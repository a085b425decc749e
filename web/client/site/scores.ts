/**
 * The total of a review as one scores. Without scripts the page shows it when it is saved.
 *
 *   <p data-score-total data-words="of 5, from [scored] of 5 criteria"><strong>3.93</strong> <span>…</span></p>
 *   <input type="radio" name="scores.budget" value="4" data-weight="10"> in the same form
 *
 * Keys 1 to 5 choose while one stands on a criterion; weights are whole percent, the server counts again.
 */
const show = (form: HTMLFormElement, total: HTMLElement): void => {
  const chosen = [...form.querySelectorAll<HTMLInputElement>('input[data-weight]:checked')];
  const weight = chosen.reduce((sum, one) => sum + Number(one.dataset.weight), 0);
  const points = chosen.reduce((sum, one) => sum + Number(one.dataset.weight) * Number(one.value), 0);
  const [figure, words] = [total.querySelector('strong'), total.querySelector('span')];
  if (figure)
    figure.textContent = weight === 0 ? '–' : (Math.round((points * 100) / weight) / 100).toFixed(2);
  if (words) words.textContent = (total.dataset.words ?? '').replace('[scored]', String(chosen.length));
};

const chooseByKey = ({ key, target, ctrlKey, altKey, metaKey }: KeyboardEvent): void => {
  if (ctrlKey || altKey || metaKey || !(target instanceof HTMLInputElement) || !target.dataset.weight) return;
  const wanted = [...document.getElementsByName(target.name)].find(
    (one) => one instanceof HTMLInputElement && one.value === key,
  );
  if (!(wanted instanceof HTMLInputElement)) return;
  wanted.focus();
  // A click, not a property: the form's own listeners must hear of it.
  wanted.click();
};

export const keepScores = (): void => {
  for (const total of document.querySelectorAll<HTMLElement>('[data-score-total]')) {
    const form = total.closest('form');
    if (!form) continue;
    show(form, total);
    form.addEventListener('input', () => show(form, total));
    form.addEventListener('keydown', chooseByKey);
  }
};
