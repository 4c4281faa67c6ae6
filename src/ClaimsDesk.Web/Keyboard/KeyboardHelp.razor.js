// Single keys. An element says which key presses it (data-key="o"); j and k step through the elements marked data-step.
// Nothing needs a key, and all of it can be turned off.

const setting = "claimsdesk.keys";
// A box that was ticked keeps the focus, and is nothing to type in.
const takesLetters = "input:not([type=checkbox], [type=radio], [type=range]), textarea, select, [contenteditable=true], [role=dialog], [role=listbox]";
const isOn = () => localStorage.getItem(setting) !== "off";

export function listen(dialog) {
  const toggle = dialog.querySelector("input[type=checkbox]");
  toggle.checked = isOn();
  // Said on the page too, so that hints at keys are shown only where keys work.
  const say = () => { document.documentElement.dataset.keys = isOn() ? "on" : "off"; };
  const onToggle = () => { localStorage.setItem(setting, toggle.checked ? "on" : "off"); say(); };
  say();
  let went = 0;

  function onKey(event) {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || !isOn()) return;
    if (event.target.closest(takesLetters)) return;
    if (document.querySelector("dialog[open]")) return;
    const key = event.key.length === 1 || event.key === "Escape" ? event.key : "";
    if (!key) return;
    if (Date.now() - went < 1500 && press(`g ${key}`)) { went = 0; event.preventDefault(); return; }
    went = key === "g" ? Date.now() : 0;
    if (key === "?") dialog.showModal();
    else if (key === "j" || key === "k") step(key === "j" ? 1 : -1);
    else if (key === "x") { if (!select()) return; }
    else if (!press(key)) return;
    event.preventDefault();
  }

  const onClick = event => { if (event.target.closest("[data-keys-help]")) dialog.showModal(); };

  // An address that names an open claim shows it in its list, too.
  document.querySelector("[data-step][aria-current]")?.scrollIntoView({ block: "nearest" });
  document.addEventListener("keydown", onKey);
  document.addEventListener("click", onClick);
  toggle.addEventListener("change", onToggle);
  return {
    detach() {
      document.removeEventListener("keydown", onKey);
      document.removeEventListener("click", onClick);
      toggle.removeEventListener("change", onToggle);
    },
  };
}

const visible = element => element.checkVisibility?.() ?? element.offsetParent !== null;

function press(key) {
  const target = [...document.querySelectorAll(`[data-key="${CSS.escape(key)}"]`)].find(visible);
  if (!target) return false;
  if (target.matches("input, textarea, select")) { target.focus(); target.select?.(); } else target.click();
  return true;
}

// The claim that has the focus, else the open one.
function select() {
  const row = document.activeElement?.closest("[data-row]") ?? document.querySelector("[data-row].here");
  const box = row?.querySelector("[data-select]");
  box?.click();
  return !!box;
}

function step(by) {
  const steps = [...document.querySelectorAll("[data-step]")].filter(visible);
  if (steps.length === 0) return;
  const focused = steps.indexOf(document.activeElement);
  const open = steps.findIndex(element => element.hasAttribute("aria-current"));
  const at = focused >= 0 ? focused : open;
  const next = steps[at < 0 ? 0 : Math.min(steps.length - 1, Math.max(0, at + by))];
  next.focus();
  next.scrollIntoView({ block: "nearest" });
  // With a claim open, the open pane follows; without one, enter opens.
  if (open >= 0 && !next.hasAttribute("aria-current")) next.click();
}
