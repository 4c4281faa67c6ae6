// Puts "only", "hide" and, where a claim can have several values, "and" beside the value that the pointer or the focus is on. They stand inside its element, so that the next press of
// Tab reaches them; a long press brings them on a touch screen.

export function listen(page) {
  const acts = document.createElement("span");
  acts.className = "value-acts";
  const names = { only: "Only", and: "And", hide: "Hide" };
  const severalOfAClaim = ["source", "actor", "place"];
  const buttons = ["only", "and", "hide"].map(word => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = word;
    button.dataset.act = word;
    acts.append(button);
    return button;
  });
  let at = null;

  function show(value) {
    if (value === at) return;
    at = value;
    if (!value) { acts.remove(); return; }
    for (const button of buttons) button.setAttribute("aria-label", `${names[button.dataset.act]} ${value.dataset.label}`);
    buttons[1].hidden = !severalOfAClaim.includes(value.dataset.filter);
    value.append(acts);
  }

  const valueOf = node => node.closest?.("[data-filter]");
  const onOver = event => { if (event.pointerType !== "touch" && !acts.contains(document.activeElement)) show(valueOf(event.target)); };
  const onFocus = event => { if (event.target.matches(":focus-visible")) show(valueOf(event.target)); };
  const onHold = event => {
    const value = valueOf(event.target);
    if (!value || matchMedia("(hover: hover)").matches) return;
    event.preventDefault();
    show(value);
  };
  const onClick = event => {
    const button = event.target.closest(".value-acts button");
    if (!button || !at) return;
    event.preventDefault();
    event.stopPropagation();
    const { filter, value } = at.dataset;
    show(null);
    page.invokeMethodAsync("Keep", button.dataset.act, filter, value);
  };

  document.addEventListener("pointerover", onOver);
  document.addEventListener("focusin", onFocus);
  document.addEventListener("contextmenu", onHold);
  document.addEventListener("click", onClick, true);
  return {
    detach() {
      show(null);
      document.removeEventListener("pointerover", onOver);
      document.removeEventListener("focusin", onFocus);
      document.removeEventListener("contextmenu", onHold);
      document.removeEventListener("click", onClick, true);
    },
  };
}
