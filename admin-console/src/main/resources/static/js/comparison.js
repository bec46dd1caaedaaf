// A comparison: choosing a side puts its value into the result; typing into the result makes it one's own.
const fieldsOf = form => [...form.querySelectorAll('[data-compared]')];
const resultOf = field => field.querySelector('.is-result');

function fill(field, side) {
  const { typed = '', title = '' } = side.dataset; // What is empty is no attribute.
  const inputs = [...resultOf(field).querySelectorAll('input:not([type=radio]), textarea, select')];
  for (const input of inputs) {
    if (input.type === 'checkbox') input.checked = typed === 'true';
    else input.value = input.getAttribute('role') === 'combobox' ? title : typed;
  }
}

function choose(field, which) {
  const radio = field.querySelector(`input[type=radio][value=${which}]`);
  radio.checked = true;
  if (which !== 'edited') fill(field, radio.closest('.side'));
}

document.addEventListener('change', event => {
  const field = event.target.closest?.('[data-compared]');
  if (!field) return;
  if (event.target.type === 'radio') choose(field, event.target.value); else choose(field, 'edited');
});
document.addEventListener('input', event => {
  const field = event.target.closest?.('[data-compared]');
  if (field && event.target.type !== 'radio') choose(field, 'edited');
});
document.addEventListener('click', event => {
  const all = event.target.closest('[data-comparison] [data-all]');
  if (all) fieldsOf(all.form).forEach(field => choose(field, all.dataset.all));
});
