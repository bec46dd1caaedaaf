// Requests of htmx and of our own: protected against forgery, tried again after logging in, never failing in silence.
import { toast } from './toasts.js';

const texts = document.body.dataset;

export function csrf() {
  return { [texts.csrfHeader]: texts.csrf };
}

/** Takes the token that a refusal for an outdated one comes with; whether it was that. */
function renew(header) {
  if (!header) return false;
  texts.csrf = header;
  document.querySelectorAll('input[name=_csrf]').forEach(input => { input.value = header; });
  return true;
}

document.addEventListener('htmx:configRequest', event => Object.assign(event.detail.headers, csrf()));

function explain(status) {
  if (status === 403) return texts.textForbidden;
  if (status === 404 || status === 410) return texts.textGone;
  if (status === 429 || status === 503) return texts.textBusy;
  return texts.textFailed;
}

/** What was sent, as htmx takes it; several of one name stay several. */
function values(sent) {
  const all = {};
  for (const [name, value] of sent) (all[name] ??= []).push(value);
  return all;
}

document.addEventListener('htmx:responseError', async event => {
  const { xhr, requestConfig, elt } = event.detail;
  const isRenewed = xhr.status === 403 && renew(xhr.getResponseHeader(texts.csrfHeader));
  if (xhr.status !== 401 && !isRenewed) {
    toast(explain(xhr.status), { kind: 'danger' });
  } else if (isRenewed || await logInAgain()) {
    htmx.ajax(requestConfig.verb.toUpperCase(), requestConfig.path, {
      source: elt, target: event.detail.target, values: values(requestConfig.formData ?? []),
    });
  }
});
document.addEventListener('htmx:sendError', () => toast(texts.textOffline, { kind: 'danger' }));
document.addEventListener('htmx:timeout', () => toast(texts.textBusy, { kind: 'danger' }));

/** fetch, with the same care; resolves to undefined where there was no answer. */
export async function request(address, options = {}) {
  const send = () => fetch(address, { ...options, headers: { ...options.headers, ...csrf() } });
  try {
    let response = await send();
    if (response.status === 403 && renew(response.headers.get(texts.csrfHeader))) response = await send();
    if (response.status === 401 && await logInAgain()) response = await send();
    if (!response.ok && ![401, 409, 422].includes(response.status)) toast(explain(response.status), { kind: 'danger' });
    return response;
  } catch {
    toast(texts.textOffline, { kind: 'danger' });
    return undefined;
  }
}

let asking;

/** Asks for the password in place; resolves to whether somebody has logged in. */
function logInAgain() {
  asking ??= ask().finally(() => { asking = undefined; });
  return asking;
}

function ask() {
  const dialog = document.getElementById('log-in-again');
  const form = dialog.querySelector('form');
  const [wrong, throttled] = [form.querySelector('[data-wrong]'), form.querySelector('[data-throttled]')];
  wrong.hidden = throttled.hidden = true;
  form.password.value = '';
  dialog.showModal();
  form.password.focus();
  return new Promise(resolve => {
    let isIn = false;
    const submit = async event => {
      event.preventDefault();
      const send = () => fetch('/login', { method: 'POST', body: new URLSearchParams(new FormData(form)), headers: { 'X-From-Script': '1', ...csrf() } })
        .catch(() => undefined);
      let response = await send();
      if (response?.status === 403 && renew(response.headers.get(texts.csrfHeader))) response = await send();
      if (response?.status === 204) {
        renew(response.headers.get(texts.csrfHeader));
        isIn = true;
        dialog.close();
      } else {
        throttled.hidden = response?.status !== 429;
        wrong.hidden = response?.status !== 422;
        if (!response || (throttled.hidden && wrong.hidden)) toast(texts.textOffline, { kind: 'danger' });
        form.password.select();
      }
    };
    form.addEventListener('submit', submit);
    dialog.addEventListener('close', () => { form.removeEventListener('submit', submit); resolve(isIn); }, { once: true });
  });
}
