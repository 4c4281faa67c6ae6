// Follows the circuit's state as blazor.web.js reports it; a circuit that is gone for good ends in a reload, since the address holds the view.
const modal = document.getElementById("components-reconnect-modal");
modal.addEventListener("components-reconnect-state-changed", event => {
  const state = event.detail.state;
  if (state === "show") modal.showModal();
  else if (state === "hide") modal.close();
  else if (state === "failed") document.addEventListener("visibilitychange", retryWhenSeen);
  else if (state === "rejected") location.reload();
});
document.getElementById("components-reconnect-button").addEventListener("click", retry);
document.getElementById("components-resume-button").addEventListener("click", resume);

async function retry() {
  document.removeEventListener("visibilitychange", retryWhenSeen);
  try {
    if (await Blazor.reconnect() || await Blazor.resumeCircuit()) modal.close();
    else location.reload();
  } catch {
    document.addEventListener("visibilitychange", retryWhenSeen); // not reached: try once more when the tab is looked at
  }
}

async function resume() {
  try {
    if (!await Blazor.resumeCircuit()) location.reload();
  } catch {
    modal.classList.replace("components-reconnect-paused", "components-reconnect-resume-failed");
  }
}

async function retryWhenSeen() {
  if (document.visibilityState === "visible") await retry();
}
