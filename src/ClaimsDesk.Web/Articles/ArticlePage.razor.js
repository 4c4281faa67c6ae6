// Ties the text of an article to the notes beside it: a click on either opens the other, and notes stand at the height of their passage.
// The open claim lives in the address (#claim-12), so nothing here asks the server.

const densities = ["full", "compact", "line"];
const gap = 8;
const inset = 5; // so that the first line of a note, not its edge, is level with the passage
const tooFar = 100; // pixels below its passage at which a note no longer seems to belong to it
const wide = matchMedia("(min-width: 1101px)");
const still = matchMedia("(prefers-reduced-motion: reduce)");

export function attach(reader) {
  const text = reader.querySelector(".column"); // the headline has claims, too
  const aside = reader.querySelector(".notes");
  if (!text || !aside) return { detach() { } };
  const notes = [...aside.querySelectorAll("[data-claim]")];
  const byId = new Map(notes.map(note => [note.dataset.claim, note]));
  const first = firstRuns(text);
  const firstRun = id => first.get(id);
  let open = null;

  function light(id) {
    for (const lit of text.querySelectorAll("[data-lit]")) delete lit.dataset.lit;
    if (!id) return;
    for (const part of ["source", "cue", "content"])
      for (const run of text.querySelectorAll(`[data-${part}~="${id}"]`)) run.dataset.lit = part;
  }

  function select(id, { focus = false, show = "nearest" } = {}) {
    if (!byId.has(id)) return;
    for (const note of notes) {
      const isOpen = note.dataset.claim === id;
      note.toggleAttribute("data-open", isOpen);
      const link = note.querySelector("[data-step]");
      if (isOpen) link.setAttribute("aria-current", "true"); else link.removeAttribute("aria-current");
    }
    open = id;
    light(id);
    place();
    const note = byId.get(id);
    // Blazor keeps its own entry in history.state; it has to survive.
    history.replaceState(history.state, "", `${location.pathname}${location.search}#claim-${id}`); // what was looked for stays marked
    if (focus) note.querySelector("[data-step]").focus({ preventScroll: true });
    const run = firstRun(id);
    const target = show === "note" && wide.matches ? note : run ?? note;
    target.scrollIntoView({ block: show === "start" ? "center" : "nearest", behavior: still.matches ? "auto" : "smooth" });
  }

  function close() {
    if (!open) return;
    const note = byId.get(open);
    note.removeAttribute("data-open");
    note.querySelector("[data-step]").removeAttribute("aria-current");
    open = null;
    light(null);
    place();
    history.replaceState(history.state, "", location.pathname + location.search);
  }

  // Notes shrink before they drift: where a crowd of them would stand far below its passages, that crowd is set smaller, twice at most.
  // Then each grows again as far as there is room under it.
  function place() {
    aside.style.height = "";
    for (const note of notes) note.style.top = "";
    if (!wide.matches) return;
    const top = aside.getBoundingClientRect().top;
    const anchors = notes.map(note => (firstRun(note.dataset.claim)?.getClientRects()[0]?.top ?? top) - top - inset);
    const heights = densities.map(density => {
      for (const note of notes) note.dataset.density = density;
      return notes.map(note => note.offsetHeight + gap);
    });
    const chosen = notes.map(() => 0);
    const height = () => chosen.map((density, i) => heights[density][i]);
    for (const smaller of [1, 2]) for (const i of crowds(anchors, height())) chosen[i] = smaller;
    const placed = tops(anchors, height(), notes.findIndex(note => note.dataset.claim === open));
    notes.forEach((note, i) => {
      const room = (placed[i + 1] ?? Infinity) - placed[i];
      const fits = heights.findIndex(all => all[i] <= room);
      if (fits >= 0 && fits < chosen[i]) chosen[i] = fits;
      note.dataset.density = densities[chosen[i]];
      note.style.top = `${placed[i]}px`;
    });
    aside.style.height = `${lowestEdge(placed, height())}px`;
  }

  function onClick(event) {
    if (event.target.closest(".close")) { event.preventDefault(); close(); return; }
    const link = event.target.closest("[data-step]");
    if (link && aside.contains(link)) {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      select(link.closest("[data-claim]").dataset.claim, { show: "text" });
      return;
    }
    if (event.target.closest("a, button, summary, input") || !getSelection().isCollapsed) return;
    const note = event.target.closest("[data-claim]");
    if (note) { select(note.dataset.claim, { show: "text" }); return; }
    const ids = idsAt(event.target);
    if (ids.length === 0) return;
    // A second click on the same words goes outwards, to the claim that this one lies in.
    const at = ids.indexOf(open);
    select(ids[at < 0 ? 0 : (at + 1) % ids.length], { focus: true, show: "note" });
  }

  function idsAt(target) {
    const run = target.closest("[data-content], [data-cue], [data-source]");
    if (!run || !text.contains(run)) return [];
    const listed = part => run.dataset[part]?.split(" ") ?? [];
    return [...new Set([...listed("content").reverse(), ...listed("cue"), ...listed("source")])];
  }

  function onHover(event) {
    const note = event.target.closest("[data-claim]");
    light(note?.dataset.claim ?? idsAt(event.target)[0] ?? open);
  }

  const onLeave = () => light(open);
  const onKey = event => { if (event.key === "Escape") close(); };
  const resized = new ResizeObserver(place);

  reader.addEventListener("click", onClick);
  reader.addEventListener("keydown", onKey);
  reader.addEventListener("pointerover", onHover);
  reader.addEventListener("pointerleave", onLeave);
  wide.addEventListener("change", place);
  resized.observe(text);
  place();
  aside.dataset.placed = "";
  const named = /^#claim-(\d+)$/.exec(location.hash)?.[1];
  if (named) select(named, { focus: true, show: "start" });

  return {
    detach() {
      resized.disconnect();
      wide.removeEventListener("change", place);
      reader.removeEventListener("click", onClick);
      reader.removeEventListener("keydown", onKey);
      reader.removeEventListener("pointerover", onHover);
      reader.removeEventListener("pointerleave", onLeave);
    },
  };
}

/** The first words of each claim: of its content, or where that is not in the text, of its source or cue. */
function firstRuns(text) {
  const first = new Map();
  for (const part of ["content", "source", "cue"])
    for (const run of text.querySelectorAll(`[data-${part}]`))
      for (const id of run.dataset[part].split(" ")) if (!first.has(id)) first.set(id, run);
  return first;
}

/** Where each note starts: at its passage, or under the note above it. The pinned note stands at its passage and those above make room. */
export function tops(anchors, heights, pinned) {
  const placed = downFrom(anchors, heights);
  if (pinned < 0) return placed;
  placed[pinned] = anchors[pinned];
  for (let i = pinned - 1; i >= 0; i--) placed[i] = Math.min(placed[i], placed[i + 1] - heights[i]);
  for (let i = pinned + 1; i < anchors.length; i++) placed[i] = anchors[i];
  return downFrom(placed, heights);
}

function downFrom(wanted, heights) {
  let free = 0;
  return wanted.map((top, i) => {
    const placed = Math.max(top, free);
    free = placed + heights[i];
    return placed;
  });
}

/** The notes of every unbroken run in which one would stand too far below its passage. */
function crowds(anchors, heights) {
  const placed = tops(anchors, heights, -1);
  const crowded = [];
  let run = [];
  const close = () => {
    if (run.some(i => placed[i] - anchors[i] > tooFar)) crowded.push(...run);
    run = [];
  };
  placed.forEach((top, i) => {
    if (i > 0 && top > placed[i - 1] + heights[i - 1]) close();
    run.push(i);
  });
  close();
  return crowded;
}

const lowestEdge = (placed, heights) => placed.reduce((lowest, top, i) => Math.max(lowest, top + heights[i]), 0);
