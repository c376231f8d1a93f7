// Small comforts on top of pages that work without them.
(() => {
  'use strict';
  document.documentElement.classList.add('works');

  // Arrow keys walk from the search field through its suggestions and back; Escape closes them.
  document.addEventListener('keydown', (event) => {
    const search = event.target instanceof Element ? event.target.closest('.search') : null;
    if (!search) return;
    const stops = [search.querySelector('input'), ...search.querySelectorAll('.suggestion')];
    const here = stops.indexOf(document.activeElement);
    if (event.key === 'Escape') {
      search.querySelector('.suggestions')?.replaceChildren();
      stops[0]?.focus();
    }
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    if (stops.length < 2) return;
    event.preventDefault();
    const next = (here + (event.key === 'ArrowDown' ? 1 : -1) + stops.length) % stops.length;
    stops[next]?.focus();
  });

  // After a step of the checkout was swapped in place, the reader's focus goes where the work goes on.
  document.addEventListener('htmx:after:settle', () => {
    const wanted = document.querySelector('[data-focus]');
    if (!wanted) return;
    wanted.removeAttribute('data-focus');
    wanted.setAttribute('tabindex', '-1');
    wanted.focus({ preventScroll: true });
    wanted.scrollIntoView({ block: 'start' });
  });

  // While a bank has not answered, the page asks again by itself.
  const again = document.querySelector('a[data-again]');
  if (again) setTimeout(() => location.assign(again.href), 5000);

  // The answer to "cancel this order?" and the like is pressed once.
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || !form.hasAttribute('data-once')) return;
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = 'yes';
  });
  addEventListener('pageshow', () => {
    for (const form of document.querySelectorAll('form[data-sent]')) delete form.dataset.sent;
  });
})();
