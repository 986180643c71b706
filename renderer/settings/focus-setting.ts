/** The control of a setting, by the name that a person knows it by: its label, or the words of its button. */
function controlOf(panel: HTMLElement, name: string): HTMLElement | null {
  for (const control of panel.querySelectorAll<HTMLElement>('input, select, textarea, button, [role="radiogroup"]')) {
    const labels = control instanceof HTMLInputElement || control instanceof HTMLSelectElement ? [...(control.labels ?? [])].map((label) => label.textContent.trim()) : [];
    if (control.getAttribute('aria-label') !== name && !labels.includes(name) && control.textContent.trim() !== name) continue;
    return control.getAttribute('role') === 'radiogroup' ? control.querySelector<HTMLElement>('[tabindex="0"], input:checked, button') : control;
  }
  return null;
}

/** Gives the keys to a setting of the section on screen, or to its heading. False where neither is there. */
export function focusSetting(panel: HTMLElement, name: string): boolean {
  const control = controlOf(panel, name);
  if (control) {
    control.focus();
    control.scrollIntoView({ block: 'center' });
    return true;
  }
  const head = [...panel.querySelectorAll<HTMLElement>('h3')].find((one) => one.textContent.trim() === name);
  if (!head) return false;
  head.tabIndex = -1;
  head.focus();
  head.scrollIntoView({ block: 'start' });
  return true;
}
