// What the header does without a circuit: the theme, closing its menus.
const themes = ["system", "light", "dark"];

function currentTheme() {
  return document.documentElement.dataset.theme ?? "system";
}

function label(button) {
  const now = currentTheme();
  const next = themes[(themes.indexOf(now) + 1) % themes.length];
  button.title = `Theme: ${now}`;
  button.setAttribute("aria-label", `Theme: ${now}. Switch to ${next}`);
}

function nextTheme(button) {
  const next = themes[(themes.indexOf(currentTheme()) + 1) % themes.length];
  if (next === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = next;
  const age = next === "system" ? 0 : 60 * 60 * 24 * 365;
  document.cookie = `theme=${next}; path=/; max-age=${age}; samesite=lax`;
  label(button);
}

// Said when it is reached: the server, which draws the button, does not know what the system prefers.
for (const reached of ["focusin", "pointerover"]) {
  document.addEventListener(reached, event => {
    const button = event.target.closest?.("[data-theme-toggle]");
    if (button) label(button);
  });
}

document.addEventListener("click", event => {
  const button = event.target.closest("[data-theme-toggle]");
  if (button) nextTheme(button);
  if (event.target.closest("[popover] a")) event.target.closest("[popover]").hidePopover?.();
  event.target.closest("details[data-menu] a")?.closest("details").removeAttribute("open");
  const copy = event.target.closest("[data-copy]");
  if (copy) navigator.clipboard?.writeText(copy.dataset.copy).then(() => { copy.textContent = "Copied"; });
});

document.addEventListener("keydown", event => {
  const menu = event.key === "Escape" ? document.querySelector("details[data-menu][open]") : null;
  if (!menu) return;
  menu.removeAttribute("open");
  menu.querySelector("summary").focus();
});
