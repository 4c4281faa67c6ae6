// A stroke over the bars: the band follows the pointer, and what it covers is kept when the pointer is lifted. A press on one bar keeps that bar.

export function listen(plot, page) {
  const band = plot.querySelector("b");
  const bars = () => Number(plot.dataset.bars);
  let from = null;

  function barAt(event) {
    const box = plot.getBoundingClientRect();
    const share = (event.clientX - box.left) / box.width;
    const along = getComputedStyle(plot).direction === "rtl" ? 1 - share : share;
    return Math.min(bars() - 1, Math.max(0, Math.floor(along * bars())));
  }

  function draw(to) {
    const [first, last] = [Math.min(from, to), Math.max(from, to)];
    band.hidden = false;
    band.style.insetInlineStart = `${(first / bars()) * 100}%`;
    band.style.inlineSize = `${((last - first + 1) / bars()) * 100}%`;
  }

  const onDown = event => {
    if (event.button !== 0) return;
    plot.setPointerCapture(event.pointerId);
    from = barAt(event);
    draw(from);
  };
  const onMove = event => { if (from !== null) draw(barAt(event)); };
  const onUp = event => {
    if (from === null) return;
    page.invokeMethodAsync("Brush", from, barAt(event));
    from = null;
    band.hidden = true;
  };
  const onCancel = () => { from = null; band.hidden = true; };

  plot.addEventListener("pointerdown", onDown);
  plot.addEventListener("pointermove", onMove);
  plot.addEventListener("pointerup", onUp);
  plot.addEventListener("pointercancel", onCancel);
  return {
    detach() {
      plot.removeEventListener("pointerdown", onDown);
      plot.removeEventListener("pointermove", onMove);
      plot.removeEventListener("pointerup", onUp);
      plot.removeEventListener("pointercancel", onCancel);
    },
  };
}
