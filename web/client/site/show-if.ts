/**
 * `<div data-question="stay" data-if="visit" data-answers="yes,maybe">`: asked only while the question it hangs on is
 * asked and has one of these answers, as the server says it again on every save. Which ones stand in sight goes along
 * in the field `asked`, so that a page without scripts can show a question that nobody has seen yet.
 */
const answersOf = (form: HTMLFormElement, name: string): readonly string[] => {
  const given = new FormData(form).getAll(name).map(String);
  const box = form.elements.namedItem(name);
  const isConsent = box instanceof HTMLInputElement && box.type === 'checkbox' && box.value === 'yes';
  return given.length === 0 && isConsent ? ['no'] : given;
};

const show = (form: HTMLFormElement): void => {
  const asked: string[] = [];
  for (const part of form.querySelectorAll<HTMLElement>('[data-question]')) {
    const { question = '', if: on, answers = '' } = part.dataset;
    const wanted = answers.split(',');
    const isAsked =
      on === undefined ||
      (asked.includes(on) && answersOf(form, on).some((answer) => wanted.includes(answer)));
    part.hidden = !isAsked;
    if (isAsked) asked.push(question);
  }
  const field = form.elements.namedItem('asked');
  if (field instanceof HTMLInputElement) field.value = asked.join(',');
};

/** Shows and hides questions as one answers. */
export const askAsAnswered = (): void => {
  for (const field of document.querySelectorAll<HTMLInputElement>('input[name=asked]')) {
    const { form } = field;
    if (!form) continue;
    show(form);
    form.addEventListener('input', () => show(form));
  }
};
