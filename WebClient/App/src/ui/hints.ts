/** How long the pointer rests before a hint appears, and how long it stays after the pointer left, in milliseconds. */
const REST_MS = 500;
const LEAVE_MS = 80;

const GAP_PX = 8;

/** Shows the hint of whatever button the pointer rests on or the keyboard reaches, one at a time. Esc, a press or leaving hides it. */
export function followHints(): void {
  const hint = document.createElement('div');
  hint.className = 'tooltip';
  hint.id = 'hint';
  hint.role = 'tooltip';
  let owner: HTMLElement | null = null;
  let timer = 0;

  const later = (ms: number, work: () => void): void => {
    clearTimeout(timer);
    timer = window.setTimeout(work, ms);
  };
  const hide = (): void => {
    clearTimeout(timer);
    owner?.removeAttribute('aria-describedby');
    owner = null;
    hint.remove();
  };
  const show = (element: HTMLElement): void => {
    hide();
    if (element.isConnected) {
      owner = element;
      fill(hint, element);
      document.body.append(hint);
      place(hint, element);
    }
  };
  const over = (event: PointerEvent): void => {
    const element = hinted(event.target);
    if (
      event.pointerType === 'touch' ||
      (owner !== null && (element === owner || hint.contains(event.target as Node)))
    ) {
      clearTimeout(timer);
    } else if (element !== null) {
      later(owner === null ? REST_MS : 0, () => show(element));
    } else {
      later(LEAVE_MS, hide);
    }
  };
  document.addEventListener('pointerover', over);
  document.addEventListener('pointerdown', hide, true);
  document.addEventListener('focusout', hide);
  document.addEventListener('focusin', ({ target }) => {
    const element = hinted(target);
    if (element?.matches(':focus-visible')) {
      show(element);
    }
  });
  document.addEventListener('keydown', ({ key }) => key === 'Escape' && hide(), true);
}

function hinted(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-hint]') : null;
}

/** Writes the words and keys; where the words are more than the button's own name they describe it. */
function fill(hint: HTMLElement, element: HTMLElement): void {
  const { hint: words = '', hintKeys } = element.dataset;
  hint.replaceChildren(words);
  if (hintKeys !== undefined) {
    const keys = document.createElement('kbd');
    keys.textContent = hintKeys;
    hint.append(keys);
  }
  if ((element.getAttribute('aria-label') ?? element.textContent) !== words) {
    element.setAttribute('aria-describedby', hint.id);
  }
}

function place(hint: HTMLElement, element: HTMLElement): void {
  const box = element.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = hint;
  const side = element.dataset['hintSide'] ?? 'top';
  const beside = side === 'left' || side === 'right';
  const x = beside
    ? side === 'right'
      ? box.right + GAP_PX
      : box.left - GAP_PX - width
    : box.left + box.width / 2 - width / 2;
  const above = box.top - GAP_PX - height;
  const below = box.bottom + GAP_PX;
  const y = beside ? box.top + box.height / 2 - height / 2 : side === 'top' && above > 0 ? above : below;
  hint.style.left = `${Math.round(Math.max(4, Math.min(x, innerWidth - width - 4)))}px`;
  hint.style.top = `${Math.round(Math.max(4, Math.min(y, innerHeight - height - 4)))}px`;
}
