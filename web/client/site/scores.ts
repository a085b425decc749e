/**
 * The total of a review as one scores, and what is still missing. Without scripts the page shows both as it was saved.
 *
 *   <p data-score-total data-words="of 5, from [scored] of 5 criteria"><strong>3.93</strong> <span>…</span></p>
 *   <input type="radio" name="scores.budget" value="4" data-weight="10"> in the same form
 *   <li data-missing="scores.budget">, hidden once that field has a value; <p data-complete> shows when none is left
 *
 * Weights are whole percent; the server counts again.
 */
const show = (form: HTMLFormElement, total: HTMLElement): void => {
  const chosen = [...form.querySelectorAll<HTMLInputElement>('input[data-weight]:checked')];
  const weight = chosen.reduce((sum, one) => sum + Number(one.dataset.weight), 0);
  const points = chosen.reduce((sum, one) => sum + Number(one.dataset.weight) * Number(one.value), 0);
  const [figure, words] = [total.querySelector('strong'), total.querySelector('span')];
  if (figure)
    figure.textContent = weight === 0 ? '–' : (Math.round((points * 100) / weight) / 100).toFixed(2);
  if (words) words.textContent = (total.dataset.words ?? '').replace('[scored]', String(chosen.length));
  showMissing(form);
};

const showMissing = (form: HTMLFormElement): void => {
  const typed = new FormData(form);
  const lines = [...form.querySelectorAll<HTMLElement>('[data-missing]')];
  for (const line of lines) line.hidden = String(typed.get(line.dataset.missing ?? '') ?? '').trim() !== '';
  const complete = form.querySelector<HTMLElement>('[data-complete]');
  if (complete) complete.hidden = lines.some((line) => !line.hidden);
};

export const keepScores = (): void => {
  for (const total of document.querySelectorAll<HTMLElement>('[data-score-total]')) {
    const form = total.closest('form');
    if (!form) continue;
    show(form, total);
    form.addEventListener('input', () => show(form, total));
  }
};
